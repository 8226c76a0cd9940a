import { describe, expect, it } from 'vitest';
import { findNextTry, findNoSense, type Matter, MOST_TRIES } from './message-rules.ts';

const NOW = Date.parse('2026-11-24T03:00:00Z');
const DAY = 24 * 60 * 60_000;
const booked = { status: 'booked' as const, startsAt: NOW + DAY, sequence: 1 };
const matter = (given: Partial<Matter>): Matter => ({
  kind: 'appointment-moved',
  createdAt: NOW,
  sequence: null,
  appointment: booked,
  isSeen: false,
  ...given,
});

describe('findNoSense', () => {
  it.each<[string, Partial<Matter>, ReturnType<typeof findNoSense>]>([
    ['news of an appointment ahead', {}, null],
    [
      'news of one that was cancelled meanwhile',
      { appointment: { ...booked, status: 'cancelled' } },
      'changed',
    ],
    [
      'news that one is cancelled',
      { kind: 'appointment-cancelled', appointment: { ...booked, status: 'cancelled' } },
      null,
    ],
    [
      'news that one is declined',
      { kind: 'appointment-declined', appointment: { ...booked, status: 'cancelled' } },
      null,
    ],
    ['news that a request is a request', { appointment: { ...booked, status: 'requested' } }, null],
    ['news that was opened', { isSeen: true }, 'seen'],
    ['a reminder of the appointment as it is', { kind: 'reminder', sequence: 1 }, null],
    ['a reminder of it as it was', { kind: 'reminder', sequence: 0 }, 'changed'],
    [
      'a reminder of one that was cancelled',
      { kind: 'reminder', sequence: 1, appointment: { ...booked, status: 'cancelled' } },
      'changed',
    ],
    ['an offer', { kind: 'offer-made', appointment: null }, null],
    ['an offer of long ago', { kind: 'offer-made', appointment: null, createdAt: NOW - 7 * DAY }, 'too-late'],
  ])('of %s', (_name, given, expected) => {
    expect(findNoSense(matter(given), NOW)).toBe(expected);
  });

  it('sees none from the beginning of the appointment on, cancelled or not', () => {
    for (const kind of ['appointment-moved', 'appointment-cancelled', 'reminder']) {
      const status = kind === 'appointment-cancelled' ? 'cancelled' : 'booked';
      const about = matter({
        kind,
        sequence: kind === 'reminder' ? 1 : null,
        appointment: { ...booked, status },
      });
      expect(findNoSense(about, booked.startsAt - 1)).toBeNull();
      expect(findNoSense(about, booked.startsAt)).toBe('too-late');
    }
  });
});

it('tries a few times, later each time, and then no more', () => {
  const pauses = Array.from({ length: MOST_TRIES }, (_, index) => findNextTry(index + 1, NOW));
  expect(pauses.at(-1)).toBeNull();
  const times = pauses.slice(0, -1).map((time) => (time ?? 0) - NOW);
  expect(times.length).toBeGreaterThan(3);
  expect(times).toEqual(times.toSorted((a, b) => a - b));
  expect(times[0]).toBeGreaterThan(0);
});
