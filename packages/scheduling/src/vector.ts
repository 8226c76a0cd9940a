import type {
  Availability,
  Busy,
  Limits,
  LocalInterval,
  Override,
  Span,
  Weekday,
  WeeklyRule,
} from './availability.ts';
import { freeSlots } from './free-slots.ts';
import { dayOfDate, timeOfDay, weekdayBits } from './local-time.ts';
import { isZone } from './zone.ts';

/** One case of a vector file, with its instants read. */
export type Vector = { name: string; availability: Availability; now: number; window: Span; slots: number[] };

/** What a vector expects and the engine does not offer, and the other way round, as ISO instants. */
export type Difference = { missing: string[]; unexpected: string[] };

const LIMITS: readonly (keyof Limits)[] = [
  'lengthMinutes',
  'stepMinutes',
  'bufferBeforeMinutes',
  'bufferAfterMinutes',
  'noticeMinutes',
  'horizonDays',
  'maxPerDay',
  'longestRunMinutes',
  'breakMinutes',
];

/**
 * The cases of a vector file: a list of them, `{ "cases": [...] }`, or a single one.
 * A fault comes back as one sentence that names where it is.
 */
export function parseVectors(json: unknown): { vectors: Vector[] } | { fault: string } {
  try {
    const wrapped = isRecord(json) && 'cases' in json ? json.cases : json;
    const cases = Array.isArray(wrapped) ? wrapped : [wrapped];
    // A run that checked nothing must not look like one that passed.
    if (cases.length === 0) return { fault: 'there is no case in it' };
    return { vectors: cases.map((value, index) => vector(value, `case ${index + 1}`)) };
  } catch (error) {
    if (error instanceof Fault) return { fault: error.message };
    throw error;
  }
}

/** Runs one case; null when the engine offers exactly what it expects, in its order. */
export function checkVector({ availability, now, window, slots }: Vector): Difference | null {
  const offered = freeSlots(availability, { now, window }).map((slot) => slot.startsAt);
  const difference = {
    missing: slots.filter((at) => !offered.includes(at)).map(isoOf),
    unexpected: offered.filter((at) => !slots.includes(at)).map(isoOf),
  };
  const same = offered.length === slots.length && offered.every((at, i) => at === slots[i]);
  return same ? null : difference;
}

class Fault extends Error {}

function vector(value: unknown, place: string): Vector {
  const fields = record(value, place);
  const name = fields.name === undefined ? place : text(fields.name, `${place}: name`);
  const at = `${place} (${name})`;
  return {
    name,
    availability: availability(record(fields.counsellor, `${at}: counsellor`), `${at}: counsellor`),
    now: instant(fields.now, `${at}: now`),
    window: span(fields.window, `${at}: window`),
    slots: list(fields.slots, `${at}: slots`, instant),
  };
}

function availability(fields: Record<string, unknown>, at: string): Availability {
  const zone = text(fields.zone, `${at}.zone`);
  if (!isZone(zone)) throw new Fault(`${at}.zone: "${zone}" is not a time zone`);
  return {
    zone,
    weekly: list(fields.weekly ?? [], `${at}.weekly`, weeklyRule),
    overrides: list(fields.overrides ?? [], `${at}.overrides`, override),
    holidays: list(fields.holidays ?? [], `${at}.holidays`, date),
    timeOff: list(fields.timeOff ?? [], `${at}.timeOff`, span),
    busy: list(fields.busy ?? [], `${at}.busy`, busy),
    limits: limits(record(fields.limits, `${at}.limits`), `${at}.limits`),
  };
}

function weeklyRule(value: unknown, at: string): WeeklyRule {
  const fields = record(value, at);
  return {
    ...interval(fields, at),
    days: list(fields.days, `${at}.days`, weekday),
    validFrom: fields.validFrom == null ? null : date(fields.validFrom, `${at}.validFrom`),
    validUntil: fields.validUntil == null ? null : date(fields.validUntil, `${at}.validUntil`),
  };
}

function override(value: unknown, at: string): Override {
  const fields = record(value, at);
  return {
    date: date(fields.date, `${at}.date`),
    intervals: list(fields.intervals ?? [], `${at}.intervals`, interval),
  };
}

function interval(value: unknown, at: string): LocalInterval {
  const fields = record(value, at);
  const modality = list(fields.modality ?? [], `${at}.modality`, text);
  return { from: time(fields.from, `${at}.from`), to: time(fields.to, `${at}.to`), modality };
}

function busy(value: unknown, at: string): Busy {
  const fields = record(value, at);
  return {
    ...span(fields, at),
    bufferBeforeMinutes: amount(fields.bufferBeforeMinutes ?? 0, `${at}.bufferBeforeMinutes`),
    bufferAfterMinutes: amount(fields.bufferAfterMinutes ?? 0, `${at}.bufferAfterMinutes`),
  };
}

function limits(fields: Record<string, unknown>, at: string): Limits {
  const read: Limits = { lengthMinutes: amount(fields.lengthMinutes, `${at}.lengthMinutes`) };
  for (const [key, value] of Object.entries(fields)) {
    const name = LIMITS.find((limit) => limit === key);
    // A limit that we passed over would show as wrong slots, far from its cause.
    if (!name) throw new Fault(`${at}.${key} is not a limit; there are ${LIMITS.join(', ')}`);
    if (value !== null) read[name] = amount(value, `${at}.${key}`);
  }
  if (read.lengthMinutes <= 0 || read.stepMinutes === 0)
    throw new Fault(`${at}: lengths must be more than 0`);
  return read;
}

function span(value: unknown, at: string): Span {
  const fields = record(value, at);
  return { from: instant(fields.from, `${at}.from`), to: instant(fields.to, `${at}.to`) };
}

function list<T>(value: unknown, at: string, read: (value: unknown, at: string) => T): T[] {
  if (!Array.isArray(value)) throw new Fault(`${at} is not a list`);
  return value.map((item, index) => read(item, `${at}[${index}]`));
}

function record(value: unknown, at: string): Record<string, unknown> {
  if (!isRecord(value)) throw new Fault(`${at} is not an object`);
  return value;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function text(value: unknown, at: string): string {
  if (typeof value !== 'string') throw new Fault(`${at} is not a text`);
  return value;
}

function amount(value: unknown, at: string): number {
  if (typeof value !== 'number' || !Number.isFinite(value) || value < 0)
    throw new Fault(`${at} is not an amount`);
  return value;
}

function instant(value: unknown, at: string): number {
  return parsed(
    value,
    at,
    'an instant such as 2026-03-29T00:30:00Z',
    (iso) => Temporal.Instant.from(iso).epochMilliseconds,
  );
}

function date(value: unknown, at: string): string {
  parsed(value, at, 'a date such as 2026-03-29', dayOfDate);
  return text(value, at);
}

function time(value: unknown, at: string): string {
  parsed(value, at, 'a time such as 09:30', timeOfDay);
  return text(value, at);
}

function weekday(value: unknown, at: string): Weekday {
  const name = text(value, at);
  parsed(value, at, 'a weekday: MO, TU, WE, TH, FR, SA or SU', (day) => weekdayBits([day]));
  // weekdayBits throws for every name but these seven.
  return name as Weekday;
}

function parsed<T>(value: unknown, at: string, wanted: string, read: (text: string) => T): T {
  try {
    return read(text(value, at));
  } catch (error) {
    if (error instanceof Fault) throw error;
    throw new Fault(`${at}: "${value}" is not ${wanted}`);
  }
}

function isoOf(at: number): string {
  return new Date(at).toISOString().replace('.000Z', 'Z');
}
