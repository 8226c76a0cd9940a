import { type MyProfile, SetProfile } from '@homeward/contracts/availability';
import type { Translate } from '@homeward/i18n';
import type { Fault } from '../form/fault.ts';

/** As many texts about themselves as anybody has readers for. */
const MOST_TEXTS = 10;
const LISTS = ['languages', 'topics', 'modalities'] as const;
const FLAGS = ['acceptsNewcomers', 'confirmsByHand'] as const;

/** A profile as the fields of the form, to begin with. */
export function profileForm(profile: MyProfile): URLSearchParams {
  const form = new URLSearchParams({
    alias: profile.alias,
    practice: profile.practice,
    gender: profile.gender ?? '',
    area: profile.area ?? '',
  });
  for (const list of LISTS) for (const value of profile[list]) form.append(list, value);
  for (const flag of FLAGS) if (profile[flag]) form.set(flag, 'on');
  for (const [index, { language, text }] of profile.about.entries()) {
    form.set(`language-${index}`, language);
    form.set(`text-${index}`, text);
  }
  return form;
}

/** The texts in the form, with one empty one more to write in. */
export function textsOf(form: URLSearchParams): { language: string; text: string }[] {
  const texts = [];
  for (let index = 0; index < MOST_TEXTS; index++) {
    const text = (form.get(`text-${index}`) ?? '').replaceAll('\r\n', '\n').trim();
    if (text !== '') texts.push({ language: form.get(`language-${index}`) ?? '', text });
  }
  return texts.length < MOST_TEXTS ? [...texts, { language: '', text: '' }] : texts;
}

/** Reads a posted profile; a fault for each field that does not fit. */
export function readProfileForm(
  form: URLSearchParams,
  t: Translate,
): { profile: SetProfile | undefined; faults: Fault[] } {
  const about = textsOf(form).filter(({ text }) => text !== '');
  const languages = about.map(({ language }) => language);
  const read = SetProfile.safeParse({
    alias: form.get('alias') ?? '',
    practice: form.get('practice'),
    languages: form.getAll('languages'),
    topics: form.getAll('topics'),
    modalities: form.getAll('modalities'),
    gender: form.get('gender') || null,
    area: (form.get('area') ?? '').trim() || null,
    about,
    acceptsNewcomers: form.has('acceptsNewcomers'),
    confirmsByHand: form.has('confirmsByHand'),
  });
  const faults: Fault[] = read.success
    ? []
    : [...new Set(read.error.issues.map(({ path }) => fieldOf(path)))].map((field) => ({
        field,
        message: messageOf(field, t),
      }));
  const twice = languages.findIndex((language, index) => languages.indexOf(language) < index);
  if (twice >= 0) faults.push({ field: `language-${twice}`, message: t('profile.errorTwice') });
  return faults.length > 0 || !read.success ? { profile: undefined, faults } : { profile: read.data, faults };
}

function fieldOf([member, index, part]: PropertyKey[]): string {
  if (member !== 'about') return String(member);
  return `${part === 'language' ? 'language' : 'text'}-${String(index ?? 0)}`;
}

function messageOf(field: string, t: Translate): string {
  if (field === 'alias') return t('join.errorAlias');
  if (field === 'area') return t('profile.errorArea');
  if (field.startsWith('text-')) return t('profile.errorText');
  return t(field.startsWith('language-') ? 'profile.errorLanguage' : 'join.errorChoose');
}
