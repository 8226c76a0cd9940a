import { expect, test } from 'vitest';
import { openCookieJar } from '../../visit/cookie-jar.ts';
import { keepZoneCookie, readZoneCookie } from './zone-cookie.ts';

test('a zone is kept until the browser is closed, and read back', () => {
  const jar = openCookieJar(null);
  keepZoneCookie(jar, 'America/Argentina/Buenos_Aires');
  expect(readZoneCookie(jar)).toBe('America/Argentina/Buenos_Aires');
  expect(jar.taken[0]).toMatch(/^__Host-zone=\S+; Path=\/; Secure; HttpOnly; SameSite=Lax$/);
});

test('a cookie that somebody tampered with is no zone', () => {
  for (const value of ['%zz', '../../etc', '', 'Asia/Nowhere']) {
    expect(readZoneCookie(openCookieJar(`__Host-zone=${value}`))).toBeUndefined();
  }
});
