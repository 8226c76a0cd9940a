import { translator } from '@homeward/i18n';
import { expect, test } from 'vitest';
import { readPassphrase, readSignIn, readStaffSignIn } from './account-form.ts';

const t = translator('en');
const form = (text: string) => new URLSearchParams(text);

test('a passphrase is taken as it was typed, spaces and all scripts included', () => {
  expect(readPassphrase(form('passphrase=%20%E0%B8%99%E0%B8%81 '), t)).toEqual({
    passphrase: ' นก ',
    faults: [],
  });
});

test('no passphrase and one that is too long are faults of the passphrase', () => {
  for (const text of ['', 'passphrase=', `passphrase=${'x'.repeat(257)}`]) {
    expect(readPassphrase(form(text), t).faults.map(({ field }) => field)).toEqual(['passphrase']);
  }
});

test('a number is passed on as it was typed', () => {
  expect(readSignIn(form('number=%D9%A1%D9%A2-3&passphrase=x'), t)).toEqual({
    accessNumber: '١٢-3',
    passphrase: 'x',
    device: 'shared',
    faults: [],
  });
});

test('a phone is somebody’s own only by their word', () => {
  expect(readSignIn(form('number=1&passphrase=x&own=on'), t).device).toBe('own');
  expect(readSignIn(form('number=1&passphrase=x&own=yes'), t).device).toBe('shared');
});

test('everything that is missing is said at once', () => {
  expect(readSignIn(form('number=%20'), t).faults.map(({ field }) => field)).toEqual([
    'number',
    'passphrase',
  ]);
  expect(readStaffSignIn(form('name='), t).faults.map(({ field }) => field)).toEqual(['name', 'passphrase']);
});
