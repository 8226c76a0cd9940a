import { formats, translator } from '@homeward/i18n';
import { expect, test } from 'vitest';
import { timeOffWords } from './time-off-words.ts';

const words = (startsAt: string, endsAt: string) =>
  timeOffWords({ id: '', startsAt, endsAt }, 'Europe/Berlin', translator('en'), formats('en'));

test('whole days are said by their dates, the last one as the last day off', () => {
  expect(words('2026-12-23T23:00:00Z', '2026-12-26T23:00:00Z')).toBe(
    'Thursday 24 December to Saturday 26 December',
  );
  expect(words('2027-03-27T23:00:00Z', '2027-03-28T22:00:00Z')).toBe('Sunday 28 March, the whole day');
});

test('the rest is said by the clock', () => {
  expect(words('2026-12-24T08:00:00Z', '2026-12-24T11:30:00Z')).toBe(
    'Thursday 24 December at 09:00 to Thursday 24 December at 12:30',
  );
});
