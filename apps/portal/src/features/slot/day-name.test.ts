import { expect, test } from 'vitest';
import { dayName } from './day-name.ts';

const NOW = '2026-11-24T16:30:00Z';

test.each([
  ['2026-11-24T16:45:00Z', 'Asia/Jakarta', 'en', 'Today'],
  ['2026-11-24T17:30:00Z', 'Asia/Jakarta', 'en', 'Tomorrow'],
  ['2026-11-24T17:30:00Z', 'Europe/London', 'en', 'Today'],
  ['2026-11-24T17:30:00Z', 'Asia/Jakarta', 'id', 'Besok'],
  ['2026-11-24T17:30:00Z', 'Asia/Bangkok', 'th', 'พรุ่งนี้'],
  ['2026-11-27T03:00:00Z', 'Asia/Jakarta', 'en', 'Fri 27 Nov'],
] as const)('%s in %s is, in %s, %s', (instant, zone, locale, name) => {
  expect(dayName(instant, zone, NOW, locale)).toBe(name);
});
