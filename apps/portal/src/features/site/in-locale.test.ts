import { expect, test } from 'vitest';
import { placeOf } from '../../visit/place.ts';
import { inLocale } from './in-locale.ts';

test.each([
  ['/th/listings', 'kind=job&words=a%26b', '/id/listings?kind=job&words=a%26b'],
  ['/th', '', '/id'],
  ['/nowhere', 'a=1', '/id'],
])('%s with %j has its twin at %s', (path, query, twin) => {
  expect(inLocale('id', placeOf(path, null), new URLSearchParams(query))).toBe(twin);
});
