import { describe, expect, test } from 'vitest';
import { parseCursor, toCursor } from './listing-cursor.ts';

const position = {
  updatedAt: new Date('2026-11-24T09:00:00.123Z'),
  id: '019a6e2c-5d1f-7c3a-9b52-6f0d8e4a1b77',
};

describe('a cursor', () => {
  test('says where a page ended', () => {
    expect(parseCursor(toCursor(position))).toEqual(position);
  });

  test.each([
    '',
    'x',
    '%00',
    `${toCursor(position)}=`,
    `${toCursor(position)}AA`,
    toCursor({ ...position, updatedAt: new Date(Number.NaN) }),
    toCursor({ ...position, id: "' OR true --" }),
    Buffer.from(`9999999999999999.${position.id}`).toString('base64url'),
    Buffer.from(`01.${position.id}`).toString('base64url'),
  ])('that no list gave is refused by pointer: %j', (cursor) => {
    expect(() => parseCursor(cursor)).toThrow(
      expect.objectContaining({
        code: 'invalid-input',
        issues: [expect.objectContaining({ pointer: '/cursor' })],
      }),
    );
  });
});
