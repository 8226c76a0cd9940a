import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createWorld, type World } from '../../testing/index.ts';
import { asSystem, inTransaction } from './transaction.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld({ maxConnections: 1 });
});
afterAll(() => world[Symbol.asyncDispose]());

const whoActs = sql<{ kind: string | null }>`SELECT actor_kind() AS kind`;

it('says who acts, and leaves nothing of it on the connection', async () => {
  const inside = await inTransaction(
    world.system,
    'read only',
    async ({ db }) => (await whoActs.execute(db)).rows,
  );
  expect(inside).toEqual([{ kind: 'system' }]);
  expect((await whoActs.execute(world.db)).rows).toEqual([{ kind: null }]);
});

it('lends the system’s view for one step only', async () => {
  const kinds = await inTransaction(world.visitor, 'read only', async (tx) => {
    const lent = await asSystem(tx, async (db) => (await whoActs.execute(db)).rows);
    return [lent, (await whoActs.execute(tx.db)).rows];
  });
  expect(kinds).toEqual([[{ kind: 'system' }], [{ kind: 'visitor' }]]);
});

it('has one time from its start to its end, the one that the policies see, however fast the clock runs', async () => {
  let now = Date.parse('2026-11-24T01:00:00Z');
  const clock = {
    now: () => {
      now += 1000;
      return now;
    },
  };
  const times = await inTransaction({ ...world.visitor, clock }, 'read only', async (tx) => {
    await asSystem(tx, async () => undefined);
    const seen = await sql<{ at: Date }>`SELECT acting_at() AS at`.execute(tx.db);
    return [tx.clock.now(), tx.clock.now(), seen.rows[0]?.at.getTime()];
  });
  expect(new Set(times).size).toBe(1);
});

it('undoes everything on a throw, tells that error, and leaves the connection usable', async () => {
  const insert = sql`INSERT INTO organisation (id, name, country, created_at) VALUES (gen_random_uuid(), 'gone', 'TH', now())`;
  const broken = inTransaction(world.system, 'read write', async ({ db }) => {
    await insert.execute(db);
    throw new Error('after the insert');
  });
  await expect(broken).rejects.toThrow('after the insert');
  expect(await world.rows(`SELECT FROM organisation WHERE name = 'gone'`)).toHaveLength(0);
  await inTransaction(world.system, 'read write', ({ db }) => insert.execute(db));
  expect(await world.rows(`SELECT FROM organisation WHERE name = 'gone'`)).toHaveLength(1);
});

it('undoes the deed when its last statement fails, and says so', async () => {
  const insert = sql`INSERT INTO organisation (id, name, country, created_at) VALUES (gen_random_uuid(), 'unaudited', 'TH', now())`;
  const refused = inTransaction(world.system, 'read write', ({ db }) => insert.execute(db), {
    finish: () => sql`SELECT 1 / 0`,
  });
  await expect(refused).rejects.toMatchObject({ code: '22012' });
  expect(await world.rows(`SELECT FROM organisation WHERE name = 'unaudited'`)).toHaveLength(0);
  expect((await whoActs.execute(world.db)).rows).toEqual([{ kind: null }]);
});

it('tries again when the database asks for it, a few times and not for ever', async () => {
  let tries = 0;
  const deadlock = sql`DO $$ BEGIN RAISE EXCEPTION 'x' USING ERRCODE = '40P01'; END $$`;
  const second = await inTransaction(world.system, 'read write', async ({ db }) => {
    tries++;
    if (tries === 1) await deadlock.execute(db);
    return tries;
  });
  expect(second).toBe(2);
  tries = 0;
  const always = inTransaction(world.system, 'read write', async ({ db }) => {
    tries++;
    await deadlock.execute(db);
  });
  await expect(always).rejects.toMatchObject({ code: '40P01' });
  expect(tries).toBe(4);
});

it('may only read where only reading was announced', async () => {
  const write = inTransaction(world.system, 'read only', ({ db }) => sql`DELETE FROM session`.execute(db));
  await expect(write).rejects.toMatchObject({ code: '25006' });
});
