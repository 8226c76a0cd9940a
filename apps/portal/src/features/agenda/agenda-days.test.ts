import { expect, test } from 'vitest';
import { agendaDays, askedDate, daysWindow, mondayOf } from './agenda-days.ts';

const NOW = '2026-11-24T18:00:00Z';

test('today is the day of the counsellor, and what is no date is today', () => {
  expect(askedDate(null, 'Asia/Bangkok', NOW)).toBe('2026-11-25');
  expect(askedDate('2026-02-31', 'Europe/London', NOW)).toBe('2026-11-24');
  expect(askedDate('0001-01-01', 'Europe/London', NOW)).toBe('2026-11-24');
  expect(askedDate('2026-12-01', 'Europe/London', NOW)).toBe('2026-12-01');
});

test('a week begins on Monday', () => {
  expect(['2026-11-23', '2026-11-29', '2026-11-30'].map(mondayOf)).toEqual([
    '2026-11-23',
    '2026-11-23',
    '2026-11-30',
  ]);
});

test('a day on which clocks change is as long as it really is', () => {
  expect(daysWindow('2026-10-25', 1, 'Europe/London')).toEqual({
    from: '2026-10-24T23:00:00Z',
    to: '2026-10-26T00:00:00Z',
  });
});

test('every day of the week is there, with its appointments by the clock of the counsellor', () => {
  const appointment = {
    id: '0199aaaa-0000-7000-8000-000000000001',
    reference: 'A-4821',
    status: 'booked' as const,
    startsAt: NOW,
    endsAt: NOW,
    modality: 'phone' as const,
    language: null,
    callMe: null,
    kind: 'single' as const,
    seats: null,
    urgentReason: null,
    mayUndo: false,
    videoRoom: null,
    interpreterLanguage: null,
    bringsCompanion: false,
    whoCalls: null,
    reach: null,
    isNew: true,
  };
  const days = agendaDays([appointment], '2026-11-23', 7, 'Asia/Bangkok');
  expect(days.map(({ appointments }) => appointments.length)).toEqual([0, 0, 1, 0, 0, 0, 0]);
});
