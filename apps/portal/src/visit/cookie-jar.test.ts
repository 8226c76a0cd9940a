import { expect, test } from 'vitest';
import { openCookieJar } from './cookie-jar.ts';

test('what cannot be read as a cookie is passed on as it came and never throws', () => {
  const broken = '%E0%A4%A; =; ;a=%zz; b';
  expect(openCookieJar(broken).header()).toBe(broken);
  expect(openCookieJar(broken).read('a')).toBe('%zz');
  expect(openCookieJar(null).header()).toBe('');
});

test('a cookie that the API sets goes with the next request and to the browser', () => {
  const jar = openCookieJar('a=1; __Host-s=old');
  jar.take('__Host-s=new; Path=/; Secure; HttpOnly');
  expect(jar.header()).toBe('a=1; __Host-s=new');
  expect(jar.taken).toEqual(['__Host-s=new; Path=/; Secure; HttpOnly']);
});

test('a cookie that the API takes away is gone at once', () => {
  const jar = openCookieJar('a=1; __Host-s=old');
  jar.take('__Host-s=; Path=/; Secure; Max-Age=0');
  expect(jar.header()).toBe('a=1');
  expect(jar.read('__Host-s')).toBeUndefined();
});

test('the first of two cookies with one name counts', () => {
  expect(openCookieJar('s=first; s=second').read('s')).toBe('first');
});
