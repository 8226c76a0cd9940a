import { describe, expect, it } from 'vitest';
import { findDueAt, isReminderDue, LONGEST_LEAD_MS } from './reminder-rules.ts';

const at = (instant: string): number => Date.parse(instant);
const HOUR = 60 * 60_000;

describe('findDueAt', () => {
  it.each([
    ['over a night as any other', '2026-12-01T03:00:00Z', 'Asia/Bangkok', '2026-11-30T03:00:00Z'],
    [
      'over the night in which clocks go forward',
      '2026-03-29T08:00:00Z',
      'Europe/Berlin',
      '2026-03-28T09:00:00Z',
    ],
    ['over the night in which they go back', '2026-10-25T09:00:00Z', 'Europe/Berlin', '2026-10-24T08:00:00Z'],
    [
      'to an hour that the day before left out',
      '2026-03-30T00:30:00Z',
      'Europe/Berlin',
      '2026-03-29T01:30:00Z',
    ],
  ])('is the same time of day by the person’s clock, %s', (_name, startsAt, zone, expected) => {
    expect(new Date(findDueAt({ startsAt: at(startsAt), zone }, 'day'))).toEqual(new Date(expected));
    expect(at(startsAt) - at(expected)).toBeLessThan(LONGEST_LEAD_MS);
  });

  it('counts hours as hours, also when clocks change between', () => {
    const startsAt = at('2026-03-29T02:30:00Z');
    expect(findDueAt({ startsAt, zone: 'Europe/Berlin' }, 'three-hours')).toBe(startsAt - 3 * HOUR);
    expect(findDueAt({ startsAt, zone: 'Europe/Berlin' }, 'one-hour')).toBe(startsAt - HOUR);
  });
});

describe('isReminderDue', () => {
  const startsAt = at('2026-12-01T03:00:00Z');
  const due = startsAt - 3 * HOUR;
  const ahead = { startsAt, zone: 'Asia/Bangkok', versionAt: due - HOUR };
  const isDue = (now: number, versionAt = ahead.versionAt) =>
    isReminderDue({ ...ahead, versionAt }, 'three-hours', now);

  it('is from its time on, for as long as a worker may be late', () => {
    expect(isDue(due - 1)).toBe(false);
    expect(isDue(due)).toBe(true);
    expect(isDue(due + HOUR - 1)).toBe(true);
    expect(isDue(due + HOUR)).toBe(false);
  });

  it('is not when its time had passed at the booking or the move', () => {
    expect(isDue(due, due)).toBe(true);
    expect(isDue(due + 1, due + 1)).toBe(false);
  });

  it('is not when the appointment has begun', () => {
    const soon = { ...ahead, versionAt: startsAt - 2 * HOUR };
    expect(isReminderDue(soon, 'one-hour', startsAt - 1)).toBe(true);
    expect(isReminderDue(soon, 'one-hour', startsAt)).toBe(false);
  });
});
