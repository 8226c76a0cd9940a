import { expect, test } from 'vitest';
import { translator } from './translator.ts';

test('a message counts in the way of its language', () => {
  const counts = (locale: 'en' | 'id' | 'th') =>
    [0, 1, 12].map((count) => translator(locale)('listings.count', { count }));
  expect(counts('en')).toEqual(['Nothing found', '1 result', '12 results']);
  expect(counts('id')).toEqual(['Tidak ada yang ditemukan', '1 hasil', '12 hasil']);
  expect(counts('th')).toEqual(['ไม่พบรายการ', 'พบ 1 รายการ', 'พบ 12 รายการ']);
});

test('what is put into a message stays what it is, whatever signs it has', () => {
  const name = "{minutes} 'Mali' <b>#</b>";
  expect(translator('en')('choose.title', { name })).toBe(`Choose a time with ${name}`);
});

test('the types refuse a wrong key, a missing argument, one too many and a misspelt one', () => {
  const t = translator('en');
  // Never called: the type check is the test, each line being an error that must exist.
  const refused = () => [
    // @ts-expect-error no such key
    t('home.titel'),
    // @ts-expect-error the argument is missing
    t('choose.title'),
    // @ts-expect-error this message takes none
    t('home.title', { name: 'Mali' }),
    // @ts-expect-error misspelt
    t('choose.title', { nmae: 'Mali' }),
    // @ts-expect-error one too many
    t('choose.title', { name: 'Mali', count: 1 }),
    // @ts-expect-error a number is wanted
    t('listings.count', { count: '1' }),
  ];
  expect(refused).toBeTypeOf('function');
});
