import { expect, test } from 'vitest';
import { needsOwnPageMark } from './own-page-mark.ts';
import { refuseForeignForm } from './refuse-foreign-form.ts';

const HOST = 'portal.example:4321';
const post = (headers: Record<string, string>) => () => refuseForeignForm(new Headers(headers), HOST);

test.each([
  { 'sec-fetch-site': 'same-origin' },
  { 'sec-fetch-site': 'same-origin', origin: 'https://portal.example:4321' },
  // A page with `no-referrer` makes a browser send this with its own forms.
  { 'sec-fetch-site': 'same-origin', origin: 'null' },
  // Behind a proxy that ends TLS the scheme differs; a browser too old for Sec-Fetch-Site.
  { origin: 'https://portal.example:4321' },
  { origin: 'http://portal.example:4321' },
  // The same, on a page with `no-referrer`: it brings the mark of our own pages.
  { origin: 'null', cookie: 'a=b; __Host-p=1' },
  { cookie: '__Host-p=1' },
])('our own form is taken: %j', (headers) => {
  expect(post(headers)).not.toThrow();
});

test.each([
  {},
  { origin: 'null' },
  { origin: 'https://evil.example' },
  { origin: 'not an origin' },
  { origin: 'https://portal.example' },
  { 'sec-fetch-site': 'cross-site' },
  { 'sec-fetch-site': 'cross-site', origin: 'null', cookie: '__Host-p=1' },
  { origin: 'https://evil.example', cookie: '__Host-p=1' },
  { origin: 'null', cookie: 'x__Host-p=1; __Host-p=2' },
  { 'sec-fetch-site': 'same-site' },
  { 'sec-fetch-site': 'none' },
  { 'sec-fetch-site': 'cross-site', origin: 'https://portal.example:4321' },
  { 'sec-fetch-site': 'same-origin', origin: 'https://evil.example' },
])('a form from elsewhere is refused: %j', (headers) => {
  expect(post(headers)).toThrow('cross-site');
});

test('only a browser that needs the mark is given it, once', () => {
  expect(needsOwnPageMark(new Headers())).toBe(true);
  expect(needsOwnPageMark(new Headers({ cookie: '__Host-p=1' }))).toBe(false);
  expect(needsOwnPageMark(new Headers({ 'sec-fetch-site': 'none' }))).toBe(false);
});
