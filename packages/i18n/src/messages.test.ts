import { expect, test } from 'vitest';
import { LOCALES } from './locale.ts';
import { messageArguments } from './message-arguments.ts';
import { MESSAGES, type MessageKey } from './messages.ts';

const keys = Object.keys(MESSAGES.en) as MessageKey[];
const translations = LOCALES.filter((locale) => locale !== 'en');

// Names, signs and words that are the same in both languages.
const SAME_AS_ENGLISH: Record<string, readonly string[]> = {
  id: ['site.name', 'listings.words', 'modality.video'],
  th: ['site.name', 'listings.words'],
};

test.each(LOCALES)('every message of %s is ICU MessageFormat', (locale) => {
  for (const key of keys)
    expect(() => messageArguments(MESSAGES[locale][key]), `${locale} ${key}`).not.toThrow();
});

test.each(translations)('every message of %s takes the arguments of the English one', (locale) => {
  for (const key of keys) {
    const expected = messageArguments(MESSAGES.en[key]);
    expect(messageArguments(MESSAGES[locale][key]), `${locale} ${key}`).toEqual(expected);
  }
});

test.each(translations)('no message of %s is left in English by accident', (locale) => {
  const untranslated = keys.filter((key) => MESSAGES[locale][key] === MESSAGES.en[key]);
  expect(untranslated).toEqual(SAME_AS_ENGLISH[locale]);
});

test('every Thai message is written in Thai letters', () => {
  const without = keys.filter((key) => !/\p{Script=Thai}/u.test(MESSAGES.th[key]));
  expect(without).toEqual(['site.name', 'listings.words']);
});

test.each(LOCALES)('no message of %s is empty, has space at its ends or markup in it', (locale) => {
  const faulty = keys.filter((key) => {
    const message = MESSAGES[locale][key];
    return message.trim() === '' || message !== message.trim() || /[<>]|&\w+;/.test(message);
  });
  expect(faulty).toEqual([]);
});

test.each(LOCALES)('no message of %s says on a screen what people were through', (locale) => {
  const words = /traffick|survivor|victim|scam|perdagangan orang|korban|penyintas|ค้ามนุษย์|เหยื่อ|ผู้รอดชีวิต/i;
  expect(keys.filter((key) => words.test(MESSAGES[locale][key]))).toEqual([]);
});
