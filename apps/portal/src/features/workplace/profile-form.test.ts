import type { MyProfile } from '@homeward/contracts/availability';
import { translator } from '@homeward/i18n';
import { expect, test } from 'vitest';
import { profileForm, readProfileForm, textsOf } from './profile-form.ts';

const said = {
  alias: 'Sari',
  practice: 'legal' as const,
  languages: ['id', 'th'],
  topics: ['papers' as const],
  modalities: ['video' as const, 'chat' as const],
  gender: null,
  area: 'Medan',
  about: [
    { language: 'id', text: 'Pelan-pelan.\n\nTidak apa-apa.' },
    { language: 'th', text: 'ค่อย ๆ' },
  ],
  acceptsNewcomers: true,
  confirmsByHand: false,
};
const profile = { ...said, limits: {}, rules: [] } as unknown as MyProfile;
const read = (change: (form: URLSearchParams) => void = () => undefined) => {
  const form = profileForm(profile);
  change(form);
  return readProfileForm(form, translator('en'));
};
const fields = (change: (form: URLSearchParams) => void) => read(change).faults.map(({ field }) => field);

test('a profile comes back as it was after a way through the form', () => {
  expect(read()).toEqual({ profile: said, faults: [] });
});

test('gender and town are left out without harm, and boxes that are not ticked are no', () => {
  const { profile: changed } = read((form) => {
    form.set('gender', '');
    form.set('area', ' ');
    form.delete('acceptsNewcomers');
  });
  expect(changed).toMatchObject({ gender: null, area: null, acceptsNewcomers: false });
});

test('a text that is emptied is taken away, and there is always one more to write in', () => {
  expect(read((form) => form.set('text-0', '')).profile?.about).toEqual([said.about[1]]);
  expect(textsOf(profileForm(profile))).toHaveLength(3);
});

test('each field that does not fit has its own fault', () => {
  expect(fields((form) => form.set('alias', ' '))).toEqual(['alias']);
  expect(fields((form) => form.delete('languages'))).toEqual(['languages']);
  expect(fields((form) => form.delete('modalities'))).toEqual(['modalities']);
  expect(fields((form) => form.set('practice', 'wizard'))).toEqual(['practice']);
  expect(fields((form) => form.set('gender', 'x'))).toEqual(['gender']);
  expect(fields((form) => form.append('topics', 'x'))).toEqual(['topics']);
  expect(fields((form) => form.set('area', 'x'.repeat(121)))).toEqual(['area']);
  expect(fields((form) => form.set('text-1', 'x'.repeat(1001)))).toEqual(['text-1']);
  expect(fields((form) => form.set('language-1', ''))).toEqual(['language-1']);
});

test('two texts in one language are a fault of the second', () => {
  expect(fields((form) => form.set('language-1', 'id'))).toEqual(['language-1']);
});
