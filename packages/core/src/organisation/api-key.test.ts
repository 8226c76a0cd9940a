import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hashApiKey, isApiKey, prefixOfApiKey, toApiKey } from './api-key.ts';

const KEY = 'hw_live_0000000000000000000000000000000000000000000';

describe('an API key', () => {
  test('has the form and the checksum by which a secret scanner finds it', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), (bytes) => {
        const key = toApiKey(Buffer.from(bytes));
        expect(key).toMatch(/^hw_live_[0-9A-Za-z]{49}$/);
        expect(isApiKey(key)).toBe(true);
      }),
    );
  });

  test('keeps all 32 bytes apart: other bytes, another key', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 32, maxLength: 32 }),
        fc.nat(31),
        fc.integer({ min: 1, max: 255 }),
        (bytes, at, change) => {
          const other = Uint8Array.from(bytes, (byte, index) => (index === at ? byte ^ change : byte));
          expect(toApiKey(Buffer.from(other))).not.toBe(toApiKey(Buffer.from(bytes)));
        },
      ),
    );
  });

  test('with one wrong character is known as wrong before any database is asked', () => {
    const key = toApiKey(Buffer.alloc(32, 7));
    for (let at = 0; at < key.length; at++) {
      const wrong = key.slice(0, at) + (key.charAt(at) === 'x' ? 'y' : 'x') + key.slice(at + 1);
      expect(isApiKey(wrong), wrong).toBe(false);
    }
  });

  test.each([
    '',
    'hw_live_',
    KEY,
    `${KEY}000000`,
    ` ${toApiKey(Buffer.alloc(32))}`,
    `${toApiKey(Buffer.alloc(32))}\n`,
  ])('is not %j', (text) => {
    expect(isApiKey(text)).toBe(false);
  });

  test('is recognised by a prefix that leaves its secret', () => {
    const key = toApiKey(Buffer.alloc(32, 200));
    expect(key.startsWith(prefixOfApiKey(key))).toBe(true);
    expect(prefixOfApiKey(key)).toHaveLength(12);
    expect(hashApiKey(key)).toHaveLength(32);
  });

  test('is never made of fewer bytes', () => {
    expect(() => toApiKey(Buffer.alloc(31))).toThrow(RangeError);
  });
});
