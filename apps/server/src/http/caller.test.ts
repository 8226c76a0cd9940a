import type { IncomingMessage } from 'node:http';
import { describe, expect, it } from 'vitest';
import { readEnvironment } from '../environment.ts';
import { callerBehind } from './caller.ts';

const caller = (trusted: string, remoteAddress: string | undefined, forwarded?: string) => {
  const callerOf = callerBehind(readEnvironment({ TRUSTED_PROXIES: trusted }).trustedProxies);
  const headers = forwarded === undefined ? {} : { 'x-forwarded-for': forwarded };
  return callerOf({ socket: { remoteAddress }, headers } as IncomingMessage); // the two members that are read
};

describe('where a request comes from', () => {
  it.each([
    ['', '203.0.113.7', '198.51.100.1', '203.0.113.7'],
    ['10.0.0.1', '203.0.113.7', '198.51.100.1', '203.0.113.7'],
    ['10.0.0.1', '10.0.0.1', '198.51.100.1', '198.51.100.1'],
    ['10.0.0.0/8', '10.9.9.9', 'made up, 198.51.100.1', '198.51.100.1'],
    ['10.0.0.0/8', '10.9.9.9', '203.0.113.66, 198.51.100.1, 10.0.0.2', '198.51.100.1'],
    // All of them are ours: the leftmost is as far as anybody can see.
    ['10.0.0.0/8, 2001:db8::/32', '::ffff:10.9.9.9', '[2001:db8:9::9]:443, 2001:db8::1', '2001:db8:9::9'],
    ['10.0.0.0/8', '10.9.9.9', '2001:db8:9::9', '2001:db8:9::9'],
    ['10.0.0.0/8', '10.9.9.9', '198.51.100.1:5050', '198.51.100.1'],
    ['10.0.0.0/8', '10.9.9.9', undefined, '10.9.9.9'],
    ['10.0.0.0/8', '10.9.9.9', '203.0.113.66, unknown', undefined],
    ['10.0.0.0/8', undefined, '203.0.113.66', undefined],
  ])('trusting %s, over %s that names %s, is %s', (trusted, socket, forwarded, expected) => {
    expect(caller(trusted, socket, forwarded)).toBe(expected);
  });

  it.each(['proxy.example', '10.0.0.0/33', '10.0.0', '10.0.0.0/x', '::1/129'])(
    'TRUSTED_PROXIES takes no "%s", and says so at the start',
    (trusted) => {
      expect(() => readEnvironment({ TRUSTED_PROXIES: trusted })).toThrow('TRUSTED_PROXIES');
    },
  );
});
