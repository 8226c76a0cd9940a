import { expect, test } from 'vitest';
import { setHeaders } from './headers.ts';

const headersOf = (isPrivate: boolean, given: Record<string, string> = {}) => {
  const headers = new Headers(given);
  setHeaders(headers, { isPrivate });
  return headers;
};

test('every answer forbids what is not ours, inline code included', () => {
  const policy = headersOf(false).get('content-security-policy') ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toMatch(/unsafe|https?:|data:|\*/);
  expect(headersOf(false).get('x-content-type-options')).toBe('nosniff');
});

test('a private page is kept nowhere and says to nobody where its reader comes from', () => {
  const headers = headersOf(true);
  expect(headers.get('cache-control')).toBe('no-store');
  expect(headers.get('referrer-policy')).toBe('no-referrer');
  expect(headers.get('x-robots-tag')).toContain('noindex');
});

test('a public page may stand in the history but is asked for again', () => {
  expect(headersOf(false).get('cache-control')).toBe('private, no-cache');
});

test('what an answer sets itself stays', () => {
  expect(headersOf(false, { 'cache-control': 'no-store' }).get('cache-control')).toBe('no-store');
});

test('only a page that uses passkeys lets its browser make or use one', () => {
  const policyOf = (usesPasskeys: boolean) => {
    const headers = new Headers();
    setHeaders(headers, { isPrivate: true, usesPasskeys });
    return headers.get('permissions-policy');
  };
  for (const feature of ['publickey-credentials-create', 'publickey-credentials-get']) {
    expect(policyOf(false)).toContain(`${feature}=()`);
    expect(policyOf(true)).toContain(`${feature}=(self)`);
  }
  expect(policyOf(true)).toContain('camera=()');
});

test('a form leads to nowhere else, but to the video rooms from a page that has one', () => {
  expect(headersOf(true).get('content-security-policy')).toContain("form-action 'self';");
  const headers = new Headers();
  setHeaders(headers, { isPrivate: true, formsLeadTo: 'https://meet.example' });
  expect(headers.get('content-security-policy')).toContain("form-action 'self' https://meet.example;");
});
