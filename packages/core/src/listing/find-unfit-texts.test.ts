import { UpsertListing } from '@homeward/contracts/listing';
import { describe, expect, test } from 'vitest';
import { findUnfitTexts } from './find-unfit-texts.ts';

const shelter = (visibility: 'public' | 'area' | 'contact-first', description: string, area = 'Chiang Mai') =>
  UpsertListing.parse({
    kind: 'service',
    externalId: 'shelter',
    texts: [
      { language: 'en', title: 'A safe place to stay', description: 'Ask first.' },
      { language: 'th', title: 'ที่พักปลอดภัย', description },
    ],
    country: 'TH',
    location: { visibility, area, address: { lines: ['99/7 ถนนตัวอย่าง ซอย 4', 'Chiang Mai'] } },
  });

describe('a hidden address', () => {
  test.each(['area', 'contact-first'] as const)(
    'of the visibility %s is not let into a text',
    (visibility) => {
      expect(findUnfitTexts(shelter(visibility, 'มาที่99/7 ถนนตัวอย่าง, ซอย 4ได้เลย'))).toEqual([
        expect.objectContaining({ pointer: '/texts/1/description', code: 'address-in-text' }),
      ]);
    },
  );

  test('is not let into the area', () => {
    expect(findUnfitTexts(shelter('area', 'โทรก่อน', '99/7 ถนนตัวอย่าง ซอย 4'))).toEqual([
      expect.objectContaining({ pointer: '/location/area', code: 'address-in-text' }),
    ]);
  });

  test('does not forbid the name of a town that everybody may know', () => {
    expect(findUnfitTexts(shelter('area', 'เราอยู่ที่ Chiang Mai'))).toEqual([]);
  });
});

test('a public address may stand anywhere', () => {
  expect(findUnfitTexts(shelter('public', '99/7 ถนนตัวอย่าง ซอย 4'))).toEqual([]);
});

test('a language has one text', () => {
  const twice = shelter('area', 'โทรก่อน');
  expect(findUnfitTexts({ ...twice, texts: [...twice.texts, ...twice.texts] })).toEqual([
    { pointer: '/texts/2/language', code: 'language-twice', message: 'has a text already' },
    { pointer: '/texts/3/language', code: 'language-twice', message: 'has a text already' },
  ]);
});
