import { translator } from '@homeward/i18n';
import { expect, it } from 'vitest';
import { readUrgentForm } from './urgent-form.ts';

const read = (values: Record<string, string>) =>
  readUrgentForm(new URLSearchParams(values), translator('en'));
const whole = {
  reference: 'A-4821',
  on: '2026-12-01',
  reason: 'person-asked',
  note: 'She called the office.',
};

it('reads a whole form', () => {
  expect(read(whole)).toEqual({ typed: whole, wish: whole, faults: [] });
});

it('names each field that is missing or no answer, and keeps what was typed', () => {
  const { wish, faults, typed } = read({ reference: 'Mali', on: '1.12.', reason: 'curious', note: ' ' });
  expect(wish).toBeUndefined();
  expect(faults.map(({ field }) => field)).toEqual(['reference', 'on', 'reason', 'note']);
  expect(typed.reference).toBe('Mali');
});
