import { expect, test } from 'vitest';
import { isLocale, LOCALE_INFO, LOCALES, negotiateLocale } from './locale.ts';

test.each([
  ['th-TH,th;q=0.9,en;q=0.8', 'th'],
  ['id', 'id'],
  ['fr-FR, en;q=0.3, id;q=0.5', 'id'],
  ['en;q=0, th;q=0.1', 'th'],
  ['TH', 'th'],
  ['fr, de', 'en'],
  ['*', 'en'],
  ['', 'en'],
  [';;;q=,,th;q=abc', 'en'],
  [null, 'en'],
])('the header %j asks for %s', (header, locale) => {
  expect(negotiateLocale(header)).toBe(locale);
});

test('only the exact names are locales', () => {
  expect(LOCALES.every(isLocale)).toBe(true);
  expect(['EN', 'th-TH', '', 'constructor', undefined].some(isLocale)).toBe(false);
});

test('each locale is named in its own language', () => {
  expect(LOCALES.map((locale) => LOCALE_INFO[locale].name)).toEqual(['English', 'Bahasa Indonesia', 'ไทย']);
});
