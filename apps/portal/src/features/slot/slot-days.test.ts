import { expect, test } from 'vitest';
import { slotDays } from './slot-days.ts';
import { slotPage, slotWindow } from './slot-window.ts';

const NOW = '2026-11-24T09:00:00Z';
const slot = (startsAt: string) => ({ startsAt, endsAt: startsAt, modalities: [], area: null });
const days = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    date: `2026-12-${String(index + 1).padStart(2, '0')}`,
    slots: [],
  }));

test('days are cut at the midnight of the reader, not of anybody else', () => {
  const slots = [slot('2026-11-24T16:30:00Z'), slot('2026-11-24T17:30:00Z')];
  expect(slotDays(slots, 'Asia/Jakarta').map(({ date }) => date)).toEqual(['2026-11-24', '2026-11-25']);
  expect(slotDays(slots, 'Europe/London').map(({ date }) => date)).toEqual(['2026-11-24']);
});

test('a page of times begins now, or where it is asked to', () => {
  expect(slotWindow(null, 'Asia/Jakarta', NOW)).toMatchObject({ date: '2026-11-24', from: NOW });
  expect(slotWindow('2026-12-01', 'Asia/Jakarta', NOW)).toMatchObject({
    date: '2026-12-01',
    from: '2026-11-30T17:00:00Z',
  });
});

test('a date that has passed, lies far away or is none means today', () => {
  for (const asked of ['2020-01-01', '9999-01-01', 'tomorrow', '2026-02-31', '']) {
    expect(slotWindow(asked, 'Asia/Jakarta', NOW).date).toBe('2026-11-24');
  }
});

test('a window is never longer than the API answers for, also when clocks go back in it', () => {
  for (const zone of ['Asia/Jakarta', 'Europe/London', 'America/New_York']) {
    const { from, to } = slotWindow('2027-10-20', zone, NOW);
    expect(Date.parse(to) - Date.parse(from)).toBeLessThanOrEqual(31 * 24 * 3600_000);
  }
});

test('seven days with free times are shown, and the eighth begins the next page', () => {
  const page = slotPage(days(9), slotWindow('2026-12-01', 'Asia/Jakarta', NOW), 'Asia/Jakarta', NOW);
  expect(page.days).toHaveLength(7);
  expect(page.later).toBe('2026-12-08');
  expect(page.earlier).toBe('2026-11-24');
});

test('from today there is nothing earlier, and an empty month leads on to the next one', () => {
  const page = slotPage([], slotWindow(null, 'Asia/Jakarta', NOW), 'Asia/Jakarta', NOW);
  expect(page).toEqual({ days: [], earlier: undefined, later: '2026-12-24' });
});
