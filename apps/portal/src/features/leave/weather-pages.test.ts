import { expect, test } from 'vitest';
import { weatherPage } from './weather-pages.ts';

test.each([
  ['th-TH,th;q=0.9', 'www.tmd.go.th'],
  ['id', 'www.bmkg.go.id'],
  ['fil-PH', 'www.pagasa.dost.gov.ph'],
  ['en-GB,en;q=0.9', 'www.bbc.com'],
  ['idx', 'www.bbc.com'],
  ['', 'www.bbc.com'],
  [null, 'www.bbc.com'],
])('a phone that speaks %j is led to %s', (header, host) => {
  expect(new URL(weatherPage(header).url).host).toBe(host);
});

test('a page says where it is from and when somebody looked at it', () => {
  const page = weatherPage('th');
  expect(page.source).not.toBe('');
  expect(page.reviewedOn).toMatch(/^20\d\d-\d\d-\d\d$/);
  expect(page.url).toMatch(/^https:/);
});
