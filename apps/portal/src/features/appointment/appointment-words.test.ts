import { AppointmentStatus } from '@homeward/contracts/booking';
import { LOCALES, translator } from '@homeward/i18n';
import { expect, test } from 'vitest';
import { isComing, statusWord } from './appointment-words.ts';

const NOW = '2026-11-24T09:00:00Z';
const ends = (endsAt: string, status: AppointmentStatus) => ({ endsAt, status });

test('an appointment that is going on is still to come, one that has ended is over', () => {
  expect(isComing(ends('2026-11-24T09:01:00Z', 'booked'), NOW)).toBe(true);
  expect(isComing(ends(NOW, 'booked'), NOW)).toBe(false);
  expect(statusWord(ends(NOW, 'booked'), NOW, translator('en'))).toBe('Over');
});

test('a cancelled appointment is not to come', () => {
  expect(isComing(ends('2027-01-01T00:00:00Z', 'cancelled'), NOW)).toBe(false);
});

test.each(LOCALES)('in %s somebody who did not come reads the same word as somebody who did', (locale) => {
  const word = (status: AppointmentStatus) => statusWord(ends(NOW, status), NOW, translator(locale));
  expect(word('noshow')).toBe(word('fulfilled'));
  for (const status of AppointmentStatus.options) expect(word(status)).not.toBe('');
});
