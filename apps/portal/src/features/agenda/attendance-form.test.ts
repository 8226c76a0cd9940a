import { expect, test } from 'vitest';
import { readAttendanceForm } from './attendance-form.ts';

const read = (status: string) => readAttendanceForm(new URLSearchParams({ status }));

test('a press says that they met, that they did not, or that this is taken back', () => {
  expect([read('fulfilled'), read('noshow'), read('booked')]).toEqual(['fulfilled', 'noshow', 'booked']);
});

test('no other status comes through it', () => {
  expect([read('cancelled'), read('held'), read('')]).toEqual([undefined, undefined, undefined]);
});
