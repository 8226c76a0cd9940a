import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { z } from 'zod';
import { addCounsellor, canary, createWorld, type World } from '../../testing/index.ts';
import { createAccount } from '../account/index.ts';
import { type Context, command, inTransaction } from '../kernel/index.ts';
import { forgetSessions } from './forget-sessions.ts';
import { authenticate, openSession, renewSession } from './session-store.ts';

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

const HOUR = 60 * MINUTE;

/** A context as whoever this cookie stands for. */
const asOwner = async (header: string): Promise<Context> =>
  world.as(await authenticate(world.visitor, header.split(';')[0]));
const renew = (context: Context, secondFactor = false) =>
  inTransaction(context, 'read write', (tx) => renewSession(tx, { secondFactor }));

it('lasts a week without use and a month at all on a device that is a person’s own, by a cookie that says so', async () => {
  const person = await world.person();
  const header = await inTransaction(world.visitor, 'read write', (tx) =>
    openSession(tx, { kind: 'person', device: 'own' }, person.actor.personId),
  );
  expect(header).toMatch(/; SameSite=Strict; Max-Age=2592000$/);
  for (let day = 0; day < 24; day += 6) {
    world.clock.advance(6 * 24 * HOUR);
    expect((await asOwner(header)).actor.kind).toBe('person');
  }
  world.clock.advance(6 * 24 * HOUR);
  expect((await asOwner(header)).actor.kind).toBe('visitor');
});

it('has staff without their second factor only end the session, whatever their role', async () => {
  const { actor } = await addCounsellor(world);
  const header = await inTransaction(world.visitor, 'read write', (tx) =>
    openSession(tx, { kind: 'staff', secondFactor: false }, actor.staffId),
  );
  const pending = await asOwner(header);
  expect(pending.actor).toMatchObject({ kind: 'staff-pending', enrolled: false });
  const given = await renew(pending, true);
  expect((await asOwner(given)).actor.kind).toBe('counsellor');
  expect((await asOwner(header)).actor.kind, 'the token from before').toBe('visitor');
});

it('does what needs a fresh proof for ten minutes after one, under a new token each time, and never longer at all', async () => {
  const deed = command({
    action: 'test.deed',
    scope: 'account:own',
    input: z.undefined(),
    stepUp: true,
    run: async () => 'done',
  });
  let header = cookie;
  expect(await deed(await asOwner(header), undefined)).toBe('done');
  world.clock.advance(10 * MINUTE);
  await expect(deed(await asOwner(header), undefined)).rejects.toMatchObject({ code: 'step-up-required' });
  const before = header;
  header = await renew(await asOwner(header));
  expect(await deed(await asOwner(header), undefined)).toBe('done');
  expect((await asOwner(before)).actor.kind).toBe('visitor');
  for (let minute = 10; minute < 12 * 60 - 10; minute += 10) {
    world.clock.advance(10 * MINUTE);
    header = await renew(await asOwner(header));
  }
  world.clock.advance(10 * MINUTE);
  expect((await asOwner(header)).actor.kind).toBe('visitor');
});

it('lets no use-case but those of accounts change a number, a passphrase or a confirmation', async () => {
  const person = await world.person();
  for (const column of ['access_number_index', 'passphrase_hash', 'confirmed_at'] as const) {
    const change = inTransaction(person, 'read write', ({ db }) =>
      db
        .updateTable('person')
        .set((eb) => ({ [column]: eb.ref(column) }))
        .execute(),
    );
    await expect(change, column).rejects.toMatchObject({ code: '42501' });
  }
});
