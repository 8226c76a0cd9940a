import fc from 'fast-check';
import { expect, it } from 'vitest';
import { systemRandom } from '../kernel/index.ts';
import {
  formatAccessNumber,
  indexAccessNumber,
  makeAccessNumber,
  parseAccessNumber,
} from './access-number.ts';

it('reads a number as it was written, with spaces, hyphens or nothing between', () => {
  const number = makeAccessNumber(systemRandom);
  expect(number).toMatch(/^\d{13}$/);
  expect(formatAccessNumber(number)).toMatch(/^\d{4} \d{3} \d{3} \d{3}$/);
  for (const typed of [number, formatAccessNumber(number), ` ${number.slice(0, 5)}-${number.slice(5)}\n`]) {
    expect(parseAccessNumber(typed)).toBe(number);
  }
});

it.each([
  ['Thai', 0x0e50],
  ['Burmese', 0x1040],
  ['Khmer', 0x17e0],
  ['Lao', 0x0ed0],
  ['Arabic-Indic', 0x0660],
  ['Extended Arabic-Indic', 0x06f0],
  ['full-width', 0xff10],
  ['Devanagari', 0x0966],
])('reads %s digits', (_script, zero) => {
  const number = makeAccessNumber(systemRandom);
  const typed = [...number].map((digit) => String.fromCodePoint(zero + Number(digit))).join('');
  expect(parseAccessNumber(typed)).toBe(number);
});

it('notices every single wrong digit', () => {
  fc.assert(
    fc.property(fc.nat({ max: 12 }), fc.integer({ min: 1, max: 9 }), (at, shift) => {
      const number = makeAccessNumber(systemRandom);
      const wrong = String((Number(number[at]) + shift) % 10);
      expect(parseAccessNumber(number.slice(0, at) + wrong + number.slice(at + 1))).toBeUndefined();
    }),
  );
});

it('reads nothing from what is no number', () => {
  for (const typed of ['', '12', 'abc', '1'.repeat(64), '0000000000000']) {
    const parsed = parseAccessNumber(typed);
    expect(parsed === undefined || parsed === typed).toBe(true);
  }
  expect(parseAccessNumber('12345')).toBeUndefined();
});

it('finds the same number under the same key only', () => {
  const [one, two] = [systemRandom.bytes(32), systemRandom.bytes(32)];
  expect(indexAccessNumber(one, '1').equals(indexAccessNumber(one, '1'))).toBe(true);
  expect(indexAccessNumber(one, '1').equals(indexAccessNumber(two, '1'))).toBe(false);
});
