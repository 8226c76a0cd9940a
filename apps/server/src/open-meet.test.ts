import { decodeJwt, jwtVerify } from 'jose';
import { expect, it } from 'vitest';
import { openMeet } from './open-meet.ts';

const secret = 'a-secret-of-thirty-two-characters';
const meet = openMeet({ url: new URL('https://meet.example'), appId: 'homeward', secret });
const opensAt = Date.parse('2026-12-01T02:50:00Z');
const closesAt = Date.parse('2026-12-01T05:00:00Z');
const tokenOf = async (moderator: boolean) => {
  const url = new URL(await meet.enter({ room: 'a0b1', moderator, opensAt, closesAt }));
  expect(url.origin + url.pathname).toBe('https://meet.example/a0b1');
  return url.searchParams.get('jwt') ?? '';
};
const check = (token: string, at: string, key = secret) =>
  jwtVerify(token, new TextEncoder().encode(key), {
    currentDate: new Date(at),
    algorithms: ['HS256'],
    audience: 'homeward',
  });

it('opens one room, in its hours only, and to nobody who signs with another secret', async () => {
  const token = await tokenOf(false);
  expect((await check(token, '2026-12-01T02:50:00Z')).payload['room']).toBe('a0b1');
  await check(token, '2026-12-01T04:59:59Z');
  for (const at of ['2026-12-01T02:49:59Z', '2026-12-01T05:00:00Z'])
    await expect(check(token, at)).rejects.toThrow();
  await expect(check(token, '2026-12-01T03:00:00Z', 'another-secret-of-thirty-two-chars')).rejects.toThrow();
});

it('says of who comes only whether they lead the meeting', async () => {
  expect(decodeJwt(await tokenOf(false))).toEqual({
    room: 'a0b1',
    moderator: false,
    context: { user: { moderator: false, affiliation: 'member' } },
    iss: 'homeward',
    aud: 'homeward',
    sub: 'meet.example',
    nbf: opensAt / 1000,
    exp: closesAt / 1000,
  });
  expect(decodeJwt(await tokenOf(true))).toMatchObject({
    moderator: true,
    context: { user: { moderator: true, affiliation: 'owner' } },
  });
});
