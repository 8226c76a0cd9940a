import { expect, test } from 'vitest';
import { listingsPath, readCursor, readListingFilters, withoutFilter } from './listing-query.ts';

const read = (query: string) => readListingFilters(new URLSearchParams(query));

test('every filter survives the way through an address', () => {
  const filters = {
    kind: 'course',
    topic: 'training',
    country: 'TH',
    language: 'zh-Hant',
    delivery: 'in-person',
    free: true,
    noPapers: true,
    words: 'อาหาร & more',
  } as const;
  const path = listingsPath(filters, 'abc');
  const query = new URLSearchParams(path.split('?')[1]);
  expect(readListingFilters(query)).toEqual(filters);
  expect(readCursor(query)).toBe('abc');
});

test('an unknown or malformed filter filters nothing', () => {
  expect(
    read('kind=foo&topic=&country=thailand&language=!!&delivery=boat&free=yes&noPapers=&words=%20%20'),
  ).toEqual({});
  expect(read('kind=__proto__&topic=constructor')).toEqual({});
});

test('words are one line of at most 200 characters', () => {
  expect(read('words=a%0Ab%00c')).toEqual({ words: 'a b c' });
  expect(read(`words=${'x'.repeat(500)}`).words).toHaveLength(200);
});

test('a filter can be taken away, and the first page has no cursor', () => {
  expect(listingsPath(withoutFilter({ kind: 'job', free: true }, 'free'))).toBe('/listings?kind=job');
  expect(listingsPath({})).toBe('/listings');
});

test('a cursor that is empty or too long is the beginning', () => {
  expect(readCursor(new URLSearchParams('cursor='))).toBeUndefined();
  expect(readCursor(new URLSearchParams(`cursor=${'x'.repeat(201)}`))).toBeUndefined();
});
