import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { canary, createWorld, type World } from '../../testing/index.ts';
import { createAccount } from '../account/index.ts';
import { forgetSessions } from './forget-sessions.ts';
import { authenticate } from './session-store.ts';

let world: World;
let cookie: string;
const MINUTE = 60_000;

beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world[Symbol.asyncDispose]());
beforeEach(async () => {
  const created = await createAccount(world.visitor, { passphrase: canary('passphrase') });
  cookie = created.cookie.split(';')[0] ?? '';
});

const kind = async (header: string) => (await authenticate(world.visitor, header)).kind;

it('ends 15 minutes after the last use', async () => {
  world.clock.advance(14 * MINUTE);
  expect(await kind(cookie)).toBe('person');
  world.clock.advance(14 * MINUTE);
  expect(await kind(cookie)).toBe('person');
  world.clock.advance(15 * MINUTE + 1);
  expect(await kind(cookie)).toBe('visitor');
});

it('ends after 12 hours, however much it is used', async () => {
  for (let minute = 0; minute < 12 * 60 - 10; minute += 10) {
    world.clock.advance(10 * MINUTE);
    expect(await kind(cookie)).toBe('person');
  }
  world.clock.advance(10 * MINUTE);
  expect(await kind(cookie)).toBe('visitor');
});

it('is set as a __Host- cookie: Secure, HttpOnly, SameSite=Strict, gone with the browser', async () => {
  const { cookie: header } = await createAccount(world.visitor, { passphrase: canary('passphrase') });
  expect(header).toMatch(/^__Host-s=[a-z2-7]{40}; Path=\/; Secure; HttpOnly; SameSite=Strict$/);
});

it('takes what is no session of ours for a visitor, without a throw', async () => {
  const hash =
    (await world.rows<{ hash: string }>("SELECT encode(token_hash, 'hex') AS hash FROM session LIMIT 1"))[0]
      ?.hash ?? '';
  const publicId = (await world.rows<{ id: string }>('SELECT id FROM session LIMIT 1'))[0]?.id ?? '';
  const broken = [
    '',
    '__Host-s=',
    '__Host-s=%E0%A4%A',
    `__Host-s=${hash}`,
    `__Host-s=${publicId}`,
    `${cookie}; ${cookie}`,
    `__Host-s=${'a'.repeat(40)}`,
    `__Host-s=${'a'.repeat(9000)}`,
    '__Host-s="x"; =;;',
    cookie.toUpperCase(),
  ];
  for (const header of broken) expect(await kind(header)).toBe('visitor');
  expect(await kind(`theme=dark; ${cookie}; x=%`)).toBe('person');
});

it('is not revived by a request that was under way when it was deleted', async () => {
  await world.rows('DELETE FROM session');
  expect(await kind(cookie)).toBe('visitor');
  expect(await world.rows('SELECT FROM session')).toHaveLength(0);
});

it('leaves no trace once it is over, and stays as long as it is not', async () => {
  await world.rows('DELETE FROM session');
  await createAccount(world.visitor, { passphrase: canary('passphrase') });
  world.clock.advance(14 * MINUTE);
  await createAccount(world.visitor, { passphrase: canary('passphrase') });
  world.clock.advance(2 * MINUTE);
  expect(await forgetSessions(world.visitor)).toBe(1);
  expect(await world.rows('SELECT FROM session')).toHaveLength(1);
});
