import { translator } from '@homeward/i18n';
import { expect, it } from 'vitest';
import { readProfile } from './profile-form.ts';

const t = translator('en');
const whole: [string, string][] = [
  ['alias', 'Mali'],
  ['country', 'TH'],
  ['zone', 'Asia/Bangkok'],
  ['languages', 'th'],
  ['languages', 'en'],
  ['modalities', 'phone'],
];
const read = (...changed: [string, string][]) => {
  const names = changed.map(([name]) => name);
  return readProfile(
    new URLSearchParams([...whole.filter(([name]) => !names.includes(name)), ...changed]),
    t,
  );
};

it('reads all that people will see of a counsellor, and nothing else of the form', () => {
  expect(read(['passphrase', 'x'], ['area', 'x'])).toEqual({
    profile: {
      alias: 'Mali',
      country: 'TH',
      zone: 'Asia/Bangkok',
      languages: ['th', 'en'],
      modalities: ['phone'],
    },
    faults: [],
  });
});

it.each([
  ['alias', ' ', 'join.errorAlias'],
  ['country', '', 'join.errorChoose'],
  ['zone', 'Nowhere/Else', 'join.errorChoose'],
  ['languages', '?', 'join.errorChoose'],
  ['modalities', 'pigeon', 'join.errorChoose'],
] as const)('says what is wrong with %s %j', (field, typed, message) => {
  expect(read([field, typed])).toEqual({ profile: undefined, faults: [{ field, message: t(message) }] });
});

it('says all that is missing, in the order of the form', () => {
  const { faults } = readProfile(new URLSearchParams(), t);
  expect(faults.map(({ field }) => field)).toEqual(['alias', 'country', 'zone', 'languages', 'modalities']);
});
