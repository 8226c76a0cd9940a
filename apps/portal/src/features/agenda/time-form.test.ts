import { translator } from '@homeward/i18n';
import { expect, test } from 'vitest';
import { readTimeForm, timeFault, timeFormFor } from './time-form.ts';

const t = translator('en');
const read = (fields: Record<string, string>, zone = 'Asia/Jakarta') =>
  readTimeForm(new URLSearchParams(fields), zone, t);

test('a date and a time are of the counsellor’s own clock', () => {
  expect(read({ date: '2026-12-01', time: '10:00' }).startsAt).toBe('2026-12-01T03:00:00Z');
  expect(read({ date: '2026-12-01', time: '10:00' }, 'Asia/Kathmandu').startsAt).toBe('2026-12-01T04:15:00Z');
  expect(read({ date: '2026-12-01', time: '9.05' }).startsAt).toBe('2026-12-01T02:05:00Z');
});

test('a time that a spring night leaves out is the one after it', () => {
  expect(read({ date: '2027-03-28', time: '02:30' }, 'Europe/Berlin').startsAt).toBe('2027-03-28T01:30:00Z');
});

test('what is no date or no time is said at its field, and stays as it was typed', () => {
  const { faults, date, time, startsAt } = read({ date: '2026-13-01', time: '25:00', reason: 'boredom' });
  expect(faults.map(({ field }) => field)).toEqual(['date', 'time']);
  expect([date, time, startsAt]).toEqual(['2026-13-01', '25:00', undefined]);
});

test('only a reason of the list is one', () => {
  expect(read({ reason: 'health' }).urgentReason).toBe('health');
  expect(read({ reason: 'boredom' }).urgentReason).toBeUndefined();
});

test('begins with the time that an address names, or else with the one that stands', () => {
  const form = (query: string) =>
    timeFormFor('2026-12-01T03:00:00Z', 'Asia/Jakarta', new URLSearchParams(query));
  expect(form('')).toMatchObject({ date: '2026-12-01', time: '10:00' });
  expect(form('date=2026-12-02&time=11:30')).toMatchObject({ date: '2026-12-02', time: '11:30' });
  expect(form('date=<b>&time=99')).toMatchObject({ date: '2026-12-01', time: '10:00' });
});

test('a time outside the hours is answered at the reasons', () => {
  expect(timeFault('invalid-input', [{ pointer: '/urgentReason', code: 'outside-hours' }], t).field).toBe(
    'reason',
  );
  expect(timeFault('slot-taken', [], t).field).toBe('time');
});
