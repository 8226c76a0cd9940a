import fc from 'fast-check';
import type { Availability, Busy, LocalInterval, Span } from '../src/index.ts';

export type Scene = { availability: Availability; now: number; window: Span };

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** A zone, and the week around one of its clock changes (or an ordinary week where it has none). */
const WEEKS: [zone: string, around: string][] = [
  ['Asia/Kathmandu', '2026-06-01T00:00:00Z'],
  ['Asia/Yangon', '2026-06-01T00:00:00Z'],
  ['Australia/Lord_Howe', '2026-04-04T15:00:00Z'],
  ['Australia/Lord_Howe', '2026-10-03T15:30:00Z'],
  ['Asia/Beirut', '2026-03-28T22:00:00Z'],
  ['Asia/Beirut', '2026-10-24T21:00:00Z'],
  ['Africa/Cairo', '2026-04-23T22:00:00Z'],
  ['Africa/Cairo', '2026-10-29T21:00:00Z'],
  ['America/Santiago', '2026-04-05T03:00:00Z'],
  ['America/Santiago', '2026-09-06T04:00:00Z'],
  ['America/New_York', '2027-03-14T07:00:00Z'],
  ['Europe/London', '2026-03-29T01:00:00Z'],
  ['Europe/Berlin', '2026-10-25T01:00:00Z'],
  ['Pacific/Apia', '2011-12-30T10:00:00Z'],
];

const time = fc.integer({ min: 0, max: 288 }).map((n) => clock(n * 5));
const modality = fc.subarray(['chat', 'in-person', 'phone', 'video']);
const interval: fc.Arbitrary<LocalInterval> = fc.record({ from: time, to: time, modality });
const weekdays = fc.subarray(['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const, { minLength: 1 });
const amount = (...choices: number[]) => fc.constantFrom(...choices);

/** Counsellors in the zones that others get wrong, on the days that others get wrong. */
export const scene: fc.Arbitrary<Scene> = fc.constantFrom(...WEEKS).chain(([zone, around]) => {
  const middle = Date.parse(around);
  const instant = fc.integer({ min: -48 * 12, max: 48 * 12 }).map((n) => middle + n * 5 * MINUTE);
  const span = fc
    .tuple(instant, fc.integer({ min: 0, max: 72 }))
    .map(([from, n]) => ({ from, to: from + n * 5 * MINUTE }));
  const date = fc
    .integer({ min: -3, max: 3 })
    .map((n) => new Date(middle + n * 24 * HOUR).toISOString().slice(0, 10));
  return fc.record({
    availability: fc.record({
      zone: fc.constant(zone),
      weekly: fc.array(
        fc
          .record({
            days: weekdays,
            hours: interval,
            validFrom: fc.option(date),
            validUntil: fc.option(date),
          })
          .map(({ hours, ...rule }) => ({ ...hours, ...rule })),
        { maxLength: 5 },
      ),
      overrides: fc.array(fc.record({ date, intervals: fc.array(interval, { maxLength: 3 }) }), {
        maxLength: 2,
      }),
      holidays: fc.array(date, { maxLength: 1 }),
      timeOff: fc.array(span, { maxLength: 2 }),
      busy: fc.array(busyEntry(span), { maxLength: 8 }),
      limits: fc.record(
        {
          lengthMinutes: amount(15, 45, 50, 60),
          stepMinutes: amount(5, 15, 30, 60),
          bufferBeforeMinutes: amount(0, 5, 15),
          bufferAfterMinutes: amount(0, 10),
          noticeMinutes: amount(0, 30, 1560),
          horizonDays: amount(0, 1, 60),
          maxPerDay: amount(0, 1, 2, 8),
          longestRunMinutes: amount(60, 120, 180),
          breakMinutes: amount(0, 15, 30),
        },
        { requiredKeys: ['lengthMinutes'] },
      ),
    }),
    now: fc.integer({ min: 0, max: 72 * 12 }).map((n) => middle - n * 5 * MINUTE),
    window: fc
      .tuple(instant, fc.integer({ min: 0, max: 96 }))
      .map(([from, hours]) => ({ from, to: from + hours * HOUR })),
  });
});

function busyEntry(span: fc.Arbitrary<Span>): fc.Arbitrary<Busy> {
  return fc
    .record({ span, bufferBeforeMinutes: amount(0, 10, 20), bufferAfterMinutes: amount(0, 5, 15) })
    .map(({ span: { from, to }, ...buffers }) => ({ from, to, ...buffers }));
}

/** One more busy entry for a scene, near its window. */
export function oneMore({ window }: Scene): fc.Arbitrary<Busy> {
  const from = fc.integer({ min: window.from - 24 * HOUR, max: window.to + 24 * HOUR });
  return busyEntry(
    fc
      .tuple(from, fc.integer({ min: 1, max: 5 * HOUR }))
      .map(([at, length]) => ({ from: at, to: at + length })),
  );
}

function clock(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}
