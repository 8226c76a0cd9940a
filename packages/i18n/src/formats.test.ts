import { expect, test } from 'vitest';
import { formats } from './formats.ts';

const INSTANT = '2026-11-24T20:30:00Z';

test('an instant is shown on the clock and the day of the zone that is asked for', () => {
  const en = formats('en');
  expect(en.longDayAndClock(INSTANT, 'Asia/Jakarta')).toBe('Wednesday 25 November at 03:30');
  expect(en.longDayAndClock(INSTANT, 'Europe/London')).toBe('Tuesday 24 November at 20:30');
  expect(formats('id').clock(INSTANT, 'Asia/Jakarta')).toBe('03.30');
});

test('midnight is 00:00, never 24:00', () => {
  expect(formats('en').clock('2026-11-24T17:00:00Z', 'Asia/Jakarta')).toBe('00:00');
});

test('a calendar date stays on its day wherever the server is, and Thai counts Buddhist years', () => {
  expect(formats('en').date('2026-12-01')).toBe('1 December 2026');
  expect(formats('id').date('2026-12-01')).toBe('1 Desember 2026');
  expect(formats('th').date('2026-12-01')).toBe('1 ธันวาคม 2569');
});

test('the week begins on Monday', () => {
  const names = [1, 2, 3, 4, 5, 6, 7].map((day) => formats('en').weekday(day));
  expect(names).toEqual(['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']);
});

test('a zone is a city, with its difference where that helps', () => {
  expect(formats('en').zoneCity('Asia/Kuala_Lumpur')).toBe('Kuala Lumpur');
  expect(formats('en').zoneCity('Asia/Saigon')).toBe('Ho Chi Minh City');
  expect(formats('th').zoneCity('Asia/Bangkok')).toBe('กรุงเทพฯ');
  expect(formats('en').zoneCityAndOffset('Asia/Kathmandu', INSTANT)).toBe('Kathmandu (UTC+5:45)');
  expect(formats('en').zoneCityAndOffset('Europe/London', '2026-07-01T00:00:00Z')).toBe('London (UTC+1)');
});

test('languages and countries have their names, and a code without a name stays a code', () => {
  expect(formats('id').language('my')).toBe('Burma');
  expect(formats('th').country('ID')).toBe('อินโดนีเซีย');
  expect(formats('en').language('qaa-x-no')).toContain('qaa');
  expect(formats('en').country('not a country')).toBe('not a country');
});

test('money is in the signs of the reader, a range in one piece', () => {
  expect(formats('en').money(1500, 'THB')).toBe('THB\u00a01,500');
  expect(formats('en').money(12.5, 'USD')).toBe('US$12.50');
  expect(formats('en').money(1000, 'THB', 2000)).toBe('THB\u00a01,000–2,000');
  expect(formats('en').money(1000, 'THB', 1000)).toBe('THB\u00a01,000');
});
