import { expect, test } from 'vitest';
import type { Availability } from './availability.ts';
import { whyOutside } from './why-outside.ts';

const at = (text: string) => Date.parse(text);
const hour = (from: string) => ({ from: at(from), to: at(from) + 3_600_000 });
const jakarta: Availability = {
  zone: 'Asia/Jakarta',
  limits: { lengthMinutes: 60, stepMinutes: 45, maxPerDay: 1 },
  weekly: [
    { days: ['MO'], from: '09:00', to: '10:30', modality: ['video', 'in-person@x'] },
    { days: ['MO'], from: '10:30', to: '12:00', modality: ['video'] },
  ],
};

test('what lies in hours that touch is inside, whatever the grid and the limits are now', () => {
  expect(whyOutside(jakarta, hour('2026-11-30T03:10:00Z'), 'video')).toBeUndefined();
});

test('what reaches over the end of the hours, or is met in another way, is outside', () => {
  expect(whyOutside(jakarta, hour('2026-11-30T04:30:00Z'), 'video')).toBe('hours');
  expect(whyOutside(jakarta, hour('2026-11-30T03:10:00Z'), 'in-person@x')).toBe('hours');
  expect(whyOutside(jakarta, hour('2026-11-30T02:00:00Z'), 'in-person@y')).toBe('hours');
  expect(whyOutside(jakarta, hour('2026-11-30T02:00:00Z'), 'in-person@x')).toBeUndefined();
});

test('time off that touches it at all is the reason, a minute of it too; time off that ends where it begins is not', () => {
  const off = (from: string, to: string) => ({ ...jakarta, timeOff: [{ from: at(from), to: at(to) }] });
  const span = hour('2026-11-30T02:00:00Z');
  expect(whyOutside(off('2026-11-30T02:59:00Z', '2026-12-01T00:00:00Z'), span, 'video')).toBe('time-off');
  expect(whyOutside(off('2026-11-29T00:00:00Z', '2026-11-30T02:00:00Z'), span, 'video')).toBeUndefined();
});

test('a holiday is named as one, unless the date has hours of its own', () => {
  const free = { ...jakarta, holidays: ['2026-11-30'] };
  const span = hour('2026-11-30T02:00:00Z');
  expect(whyOutside(free, span, 'video')).toBe('holiday');
  const worked = { date: '2026-11-30', intervals: [{ from: '09:00', to: '10:00' }] };
  expect(whyOutside({ ...free, overrides: [worked] }, span, 'video')).toBeUndefined();
  expect(whyOutside({ ...free, overrides: [{ ...worked, intervals: [] }] }, span, 'video')).toBe('hours');
});
