import { describe, expect, it } from 'vitest';
import { cutByDate, dateOf, startOfDate } from './calendar.ts';

const at = (iso: string) => Date.parse(iso);

describe('a calendar', () => {
  it("is cut at the reader's midnight, whatever the counsellor's day is", () => {
    const slots = ['2026-06-01T16:30:00Z', '2026-06-01T17:30:00Z', '2026-06-02T03:00:00Z'].map((iso) => ({
      startsAt: at(iso),
    }));
    expect(cutByDate(slots, 'Asia/Bangkok').map((day) => [day.date, day.items.length])).toEqual([
      ['2026-06-01', 1],
      ['2026-06-02', 2],
    ]);
    expect(cutByDate(slots, 'America/New_York').map((day) => day.date)).toEqual(['2026-06-01']);
  });

  it('begins a date at its first instant, also where midnight is skipped or comes twice', () => {
    expect(startOfDate('2026-06-01', 'Asia/Kathmandu')).toBe(at('2026-05-31T18:15:00Z'));
    expect(startOfDate('2026-03-29', 'Asia/Beirut')).toBe(at('2026-03-28T22:00:00Z'));
    expect(startOfDate('2026-11-01', 'America/Havana')).toBe(at('2026-11-01T04:00:00Z'));
    expect(dateOf(startOfDate('2026-03-29', 'Asia/Beirut'), 'Asia/Beirut')).toBe('2026-03-29');
    expect(dateOf(startOfDate('2026-03-29', 'Asia/Beirut') - 1, 'Asia/Beirut')).toBe('2026-03-28');
  });
});
