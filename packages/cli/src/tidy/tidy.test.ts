import { describe, expect, test } from 'vitest';
import { tidyEmail, tidyPhone, tidyUrl } from './contact.ts';
import { countryCode } from './country.ts';
import { whyHidden } from './hidden-place.ts';
import { languageOfScript, languageTag } from './language.ts';
import { plainLine, plainText } from './plain-text.ts';
import { privateFlagOf } from './private-flag.ts';
import { shorten, splitText } from './shorten.ts';
import { guessTopics } from './topics.ts';

test('HTML becomes plain text in paragraphs, and what only looks like it stays', () => {
  expect(
    plainText('<p>A &amp; B<br>C</p><ul><li>x</li><li>y</li></ul><script>alert(1)</script>&#8217;&nbsp;z'),
  ).toBe('A & B\nC\n\n• x\n• y\n\n’ z');
  expect(plainText('for those <18 years and > 60')).toBe('for those <18 years and > 60');
  expect(plainLine('a\u0000b\r\n c\u200bd')).toBe('a b c d');
});

test.each([
  ['www.x.org', 'https://www.x.org'],
  [' "lawprogram.org/a?b=1" ', 'https://lawprogram.org/a?b=1'],
  ['http://a.org', 'http://a.org'],
  ['someone@x.org', undefined],
  ['two words.org', undefined],
  ['javascript:alert(1)', undefined],
  ['https://me:pass@x.org', undefined],
  ['hello', undefined],
])('the address %j becomes %j', (text, url) => {
  expect(tidyUrl(text)).toBe(url);
});

test.each([
  ['main: 305-285-5922', '305-285-5922'],
  ['tollfree: 800-625-2257, tdd: 800-955-8771, main: 727-847-5494', '800-625-2257'],
  ['"+44 1234 234567"', '+44 1234 234567'],
  ['fax: 305-285-5922', undefined],
  ['call us', undefined],
])('the number %j becomes %j', (text, phone) => {
  expect(tidyPhone(text)).toBe(phone);
});

test('an e-mail address is taken out of what stands around it, or is none', () => {
  expect(tidyEmail('mailto:A.b@x.org; other@x.org')).toBe('A.b@x.org');
  expect(tidyEmail('<a@x.org>')).toBe('a@x.org');
  expect(tidyEmail('a@x')).toBeUndefined();
  expect(tidyEmail('ask at the desk')).toBeUndefined();
});

test('languages and countries are known by code and by English name, and nothing is guessed', () => {
  expect(
    ['ur', 'Urdu', 'eng', 'zh_Hant', 'Chinese (Mandarin)', 'code', 'Klingonese', ''].map(languageTag),
  ).toEqual(['ur', 'ur', 'en', 'zh-Hant', 'zh', undefined, undefined, undefined]);
  expect(['th', 'Thailand', 'USA', 'uk', 'ZZ', 'Nowhere'].map(countryCode)).toEqual([
    'TH',
    'TH',
    'US',
    'GB',
    undefined,
    undefined,
  ]);
  expect(['ที่ปรึกษา', 'အကြံပေး', 'tư vấn miễn phí được', 'Konseling'].map(languageOfScript)).toEqual([
    'th',
    'my',
    'vi',
    undefined,
  ]);
});

test('topics come from words that leave no doubt', () => {
  expect(guessTopics(['Community Counselling'])).toEqual(['counselling']);
  expect(guessTopics(['Legal counselling on debts'])).toEqual(['debt', 'legal']);
  expect(guessTopics(['MyCity Civic Center', 'name'])).toEqual([]);
});

describe('a place that must not be found', () => {
  test.each([
    'Harbour House Emergency Shelter',
    "Women's Shelter",
    'Safe House Chiang Mai',
    'Domestic Violence Housing Program',
    'Rumah Aman Surabaya',
    'บ้านพักฉุกเฉิน',
    '妇女庇护所',
    'Nhà tạm lánh',
    'Transitional Housing',
    'Northside Refuge',
  ])('is known by its name: %s', (name) => {
    expect(whyHidden([name], [])).toBeDefined();
  });

  test('is known by what its description says', () => {
    expect(whyHidden(['Haven'], ['We provide emergency shelter at a confidential location.'])).toBeDefined();
    expect(whyHidden(['Haven'], ['Our address is kept secret.'])).toBeDefined();
  });

  test.each([
    'Domestic Violence Legal Clinic',
    'Refugee Legal Aid',
    'Animal Shelter',
    'Housing Advocacy Unit',
  ])('is not each that speaks of it: %s', (name) => {
    expect(whyHidden([name], ['We advise people who live in shelters.'])).toBeUndefined();
  });
});

describe('a private flag', () => {
  test.each([
    { PhysicalAddressIsPrivate: 'Yes' },
    { MailingAddressIsPrivate: 'true' },
    { is_private: '1' },
    { confidential: 'contact-first' },
    { AddressIsConfidential: 'see notes' },
    { isPrivate: true },
    { address_public: 'no' },
    { 'Do Not Publish': 'x' },
    { publish_address: 'N' },
    { Confidential_Location: 'Y' },
  ])('is seen: %j', (record) => {
    expect(privateFlagOf(record)).toBe(Object.keys(record)[0]);
  });

  test.each([
    { PhysicalAddressIsPrivate: 'No' },
    { is_private: '' },
    { confidential: 'public' },
    { isPrivate: false },
    { address_public: 'yes' },
    { confidentiality_statement: 'We keep secrets.' },
    { Phone1IsPrivate: 'Yes' },
    { private_practice: 'yes' },
    { name: 'private' },
  ])('is not seen where there is none: %j', (record) => {
    expect(privateFlagOf(record)).toBeUndefined();
  });
});

test('a text that must be read whole is split without loss, one that only helps is cut at a word', () => {
  const text =
    'Any paper with your name on it, such as a passport or a letter. A second one, if you have it.';
  expect(splitText(text, 70)).toEqual([
    'Any paper with your name on it, such as a passport or a letter.',
    'A second one, if you have it.',
  ]);
  expect(splitText(text, 20).join(' ')).toBe(text);
  expect(shorten('Broward County and others', 18)).toBe('Broward County…');
});
