import type { Availability, Limits, Span } from './availability.ts';
import { DAY, MINUTE } from './local-time.ts';
import { type OpenInterval, openingHours } from './opening-hours.ts';
import { blockedSpans, breakLength, fullDays, relevantBusy, runsOf } from './taken-time.ts';
import { localDay, type ZoneTable, zoneTable } from './zone.ts';

/** A free time, half-open, in epoch milliseconds. */
export type Slot = {
  startsAt: number;
  endsAt: number;
  /** The ways to meet that the opening hours name, sorted; empty when they name none. */
  modalities: readonly string[];
};

/** What is asked: instants in epoch milliseconds. */
export type FreeSlotsQuery = {
  /** Epoch milliseconds. Nothing starts before it. */
  now: number;
  /** A slot starts and ends inside it. */
  window: Span;
  /** Only the first so many. */
  limit?: number;
  /** Times of whoever asks, such as their other appointments: a slot itself, without buffers, does not overlap them. */
  avoid?: readonly Span[];
};

type Rules = {
  length: number;
  step: number;
  before: number;
  after: number;
  longestRun: number;
  breakLength: number;
  earliest: number;
  latest: number;
  avoid: readonly Span[];
};

/**
 * The free slots of a counsellor inside a window, by start, without duplicates: on the grid of their opening hours
 * (`stepMinutes` of elapsed time from the start of each interval), clear with its buffers of busy entries with theirs and of
 * time off, within notice, horizon, most per day and longest run. Local times are read as RFC 5545 3.3.5 reads them, which is
 * Temporal's `compatible` (docs/adr/0011-time.md). Costs what the days and slots of the window cost, besides one look at each
 * entry of the lists.
 * Throws RangeError for a zone, date, time or limit that is none: they are checked where they come in.
 */
export function freeSlots(availability: Availability, query: FreeSlotsQuery): Slot[] {
  const rules = rulesFor(availability.limits, query);
  if (rules.latest < rules.earliest) return [];
  const table = zoneTable(availability.zone, rules.earliest - 3 * DAY, rules.latest + rules.length + 3 * DAY);
  const { limit = Infinity } = query;
  if (limit === Infinity) return slotsWithin(availability, rules, table);

  // Whoever asks for few need not pay for the whole window: parts of it, each longer than the last, until there are enough.
  const slots: Slot[] = [];
  let days = 2;
  for (let from = rules.earliest; from <= rules.latest && slots.length < limit; days *= 4) {
    const to = Math.min(from + days * DAY, rules.latest + 1);
    slots.push(...slotsWithin(availability, { ...rules, earliest: from, latest: to - 1 }, table));
    from = to;
  }
  return slots.slice(0, limit);
}

/**
 * The free slot that starts at this very instant, if there is one.
 * It asks `freeSlots`, so what was offered is never refused for another reason than time or another booking.
 */
export function findSlot(
  availability: Availability,
  query: { now: number; startsAt: number },
): Slot | undefined {
  const { now, startsAt } = query;
  const window = { from: startsAt, to: startsAt + availability.limits.lengthMinutes * MINUTE };
  return freeSlots(availability, { now, window })[0];
}

/** The free slots that start from `rules.earliest` to `rules.latest`. */
function slotsWithin(availability: Availability, rules: Rules, table: ZoneTable): Slot[] {
  const reach = { from: rules.earliest, to: rules.latest + rules.length };
  const open = openingHours(availability, table, reach);
  if (open.length === 0) return [];
  const busy = relevantBusy(availability, reach);
  const blocked = blockedSpans(availability, busy, reach);
  const isFull = fullDays(availability.limits, busy, table);
  const fits = rules.longestRun < Infinity ? runCheck(rules, runsOf(availability.limits, busy)) : null;
  const slots: Slot[] = [];

  for (let i = 0; i < open.length; ) {
    const first = slots.length;
    const group = overlapping(open, i);
    for (const interval of group) {
      forEachStart(rules, interval, blocked, (startsAt) => {
        const endsAt = startsAt + rules.length;
        if (isFull?.(localDay(table, startsAt)) || (fits && !fits(startsAt))) return;
        if (rules.avoid.some(({ from, to }) => startsAt < to && from < endsAt)) return;
        slots.push({ startsAt, endsAt, modalities: interval.modalities });
      });
    }
    if (group.length > 1) slots.push(...distinct(slots.splice(first)));
    i += group.length;
  }
  return slots;
}

/** Calls back with each start on the interval's grid that no blocked span forbids. */
function forEachStart(
  rules: Rules,
  interval: OpenInterval,
  blocked: readonly Span[],
  take: (startsAt: number) => void,
): void {
  const { length, step, before, after } = rules;
  const onGrid = (at: number) => interval.from + Math.ceil((at - interval.from) / step) * step;
  const last = Math.min(interval.to - length, rules.latest);
  let start = rules.earliest > interval.from ? onGrid(rules.earliest) : interval.from;
  let next = firstEndingAfter(blocked, start - before);
  while (start <= last) {
    const block = blocked[next];
    if (!block || start + length + after <= block.from) {
      take(start);
      start += step;
    } else if (start - before < block.to) {
      start = onGrid(block.to + before);
      next++;
    } else {
      next++;
    }
  }
}

function firstEndingAfter(spans: readonly Span[], instant: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.to ?? Infinity) > instant) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Whether a session that starts here keeps the run it would join within the longest allowed. */
function runCheck(rules: Rules, runs: readonly Span[]): (startsAt: number) => boolean {
  return (startsAt) => {
    const endsAt = startsAt + rules.length;
    const index = firstEndingAfter(runs, startsAt);
    const earlier = runs[index - 1];
    const later = runs[index];
    const from = earlier && startsAt - earlier.to < rules.breakLength ? earlier.from : startsAt;
    const to = later && later.from - endsAt < rules.breakLength ? later.to : endsAt;
    return to - from <= rules.longestRun;
  };
}

/** The intervals from the i-th on that overlap each other, directly or through one between. */
function overlapping(open: readonly OpenInterval[], i: number): readonly OpenInterval[] {
  let to = open[i]?.to ?? 0;
  let end = i + 1;
  for (let next = open[end]; next && next.from < to; next = open[++end]) to = Math.max(to, next.to);
  return open.slice(i, end);
}

/** By start, each start once; what two intervals both offer can be met in either's ways. */
function distinct(slots: Slot[]): Slot[] {
  slots.sort((a, b) => a.startsAt - b.startsAt);
  const kept: Slot[] = [];
  for (const slot of slots) {
    const last = kept.at(-1);
    if (last?.startsAt === slot.startsAt) last.modalities = either(last.modalities, slot.modalities);
    else kept.push(slot);
  }
  return kept;
}

function either(a: readonly string[], b: readonly string[]): readonly string[] {
  return a.length === 0 || b.length === 0 ? [] : [...new Set([...a, ...b])].sort();
}

function rulesFor(limits: Limits, { now, window, avoid = [] }: FreeSlotsQuery): Rules {
  const length = limits.lengthMinutes * MINUTE;
  const step = (limits.stepMinutes ?? limits.lengthMinutes) * MINUTE;
  if (!(length > 0 && step > 0)) throw new RangeError('lengthMinutes and stepMinutes must be more than 0');
  if (![now, window.from, window.to].every(Number.isFinite))
    throw new RangeError('now and window must be instants');
  const horizon = limits.horizonDays === undefined ? Infinity : now + limits.horizonDays * DAY;
  return {
    length,
    step,
    before: (limits.bufferBeforeMinutes ?? 0) * MINUTE,
    after: (limits.bufferAfterMinutes ?? 0) * MINUTE,
    longestRun: (limits.longestRunMinutes ?? Infinity) * MINUTE,
    breakLength: breakLength(limits),
    earliest: Math.max(window.from, now + (limits.noticeMinutes ?? 0) * MINUTE),
    latest: Math.min(window.to - length, horizon),
    avoid,
  };
}
