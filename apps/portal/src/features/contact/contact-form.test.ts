import { translator } from '@homeward/i18n';
import { expect, it } from 'vitest';
import { readContactForm } from './contact-form.ts';

const t = translator('en');
const whole: [string, string][] = [
  ['channel', 'call'],
  ['address', '+66 81 234 5678'],
  ['days', 'MO'],
  ['days', 'SU'],
  ['from', '09:00'],
  ['to', '17:00'],
  ['zone', 'Asia/Bangkok'],
  ['language', 'th'],
  ['codeWord', ''],
];
const read = (...changes: [string, string][]) => {
  const names = new Set(changes.map(([name]) => name));
  return readContactForm(new URLSearchParams([...whole.filter(([name]) => !names.has(name)), ...changes]), t);
};

it('reads a whole form, without a code word and without leave to leave words where none is given', () => {
  expect(read().input).toEqual({
    channel: 'call',
    address: '+66812345678',
    mayLeaveMessage: false,
    days: ['MO', 'SU'],
    from: '09:00',
    to: '17:00',
    zone: 'Asia/Bangkok',
    language: 'th',
  });
  expect(read(['mayLeaveMessage', '1'], ['codeWord', ' river ']).input).toMatchObject({
    mayLeaveMessage: true,
    codeWord: 'river',
  });
});

it.each([
  ['channel', ''],
  ['address', '081 234 5678'],
  ['days', ''],
  ['to', '08:00'],
  ['zone', 'Nowhere/Else'],
  ['codeWord', 'x'.repeat(41)],
] as [string, string][])('says what is wrong with %s, and keeps what was typed', (field, value) => {
  const { input, faults, typed } = read([field, value]);
  expect(input).toBeUndefined();
  expect(faults.map((fault) => fault.field)).toContain(field);
  expect(typed.from).toBe('09:00');
});
