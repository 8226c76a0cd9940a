import { describe, expect, test } from 'vitest';
import { chooseText } from './choose-text.ts';

const inLanguage = (...languages: string[]) =>
  languages.map((language) => ({ language, title: language, description: language }));

describe('a reader', () => {
  test.each([
    ['their own language', ['th', 'en'], 'th', 'en', 'en'],
    ['a regional form of it', ['th', 'en-GB'], 'th', 'en', 'en-GB'],
    ['the plain form before a regional one', ['en-GB', 'th', 'en'], 'th', 'en', 'en'],
    ['the original when theirs is missing', ['my', 'en'], 'my', 'th', 'my'],
    ['the original, not whichever comes first', ['en', 'my'], 'my', 'th', 'my'],
    ['no language that only begins alike', ['my', 'idu'], 'my', 'id', 'my'],
  ])('gets %s', (_what, languages, original, locale, expected) => {
    expect(chooseText(inLanguage(...languages), original, locale).language).toBe(expected);
  });
});
