import { Client } from 'pg';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { addCounsellor, addStaff, createWorld, type World } from '../../testing/index.ts';
import { getMyProfile, setWeeklyHours } from '../counsellor/index.ts';
import { type Context, inTransaction } from '../kernel/index.ts';
import { authenticate, openSession } from '../session/index.ts';
import { deactivateStaff } from './index.ts';

const OVER = { code: 'not-signed-in' };
const rules = [{ days: ['MO' as const], from: '10:00', to: '12:00' }];

let world: World;
let admin: Context;
let counsellor: Context;
let cookie: string;
let id: string;

beforeAll(async () => {
  world = await createWorld({ maxConnections: 24 });
});
afterAll(() => world[Symbol.asyncDispose]());

// A counsellor with a session of their own, as a request finds them before it does anything.
beforeEach(async () => {
  const { actor } = await addCounsellor(world);
  id = actor.staffId;
  admin = await addStaff(world, { role: 'organisation-admin', organisationId: actor.organisationId });
  const opened = await inTransaction(world.visitor, 'read write', (tx) =>
    openSession(tx, { kind: 'staff', secondFactor: true }, id),
  );
  cookie = opened.split(';')[0] ?? '';
  counsellor = world.as(await authenticate(world.visitor, cookie));
  expect(counsellor.actor.kind).toBe('counsellor');
});

const waiting = async (): Promise<number> =>
  (
    await world.rows(
      'SELECT FROM pg_stat_activity WHERE datname = current_database() AND cardinality(pg_blocking_pids(pid)) > 0',
    )
  ).length;

async function expectNothingIsLeft(): Promise<void> {
  expect(await world.rows('SELECT FROM session WHERE staff_id = $1', [id])).toEqual([]);
  expect((await authenticate(world.visitor, cookie)).kind).toBe('visitor');
  await expect(setWeeklyHours(counsellor, { rules }), 'writing').rejects.toMatchObject(OVER);
  await expect(getMyProfile(counsellor, undefined), 'reading').rejects.toMatchObject(OVER);
}

it('lets what a counsellor is writing end first, and nothing after it', async () => {
  const { promise: mayEnd, resolve: end } = Promise.withResolvers<void>();
  const { promise: hasBegun, resolve: begun } = Promise.withResolvers<void>();
  const writing = inTransaction(counsellor, 'read write', async () => {
    begun();
    await mayEnd;
    return 'written';
  });
  await hasBegun;
  let isOver = false;
  const deactivating = deactivateStaff(admin, { id }).then(() => {
    isOver = true;
  });
  await expect.poll(waiting).toBe(1);
  expect(isOver).toBe(false);
  end();
  await expect(writing).resolves.toBe('written');
  await deactivating;
  await expectNothingIsLeft();
});

it('refuses what begins while access is being ended, once it is', async () => {
  const ending = new Client(world.owner);
  await ending.connect();
  await ending.query('BEGIN');
  await ending.query('UPDATE staff SET deactivated_at = now() WHERE id = $1', [id]);
  const writing = setWeeklyHours(counsellor, { rules });
  const refused = expect(writing).rejects.toMatchObject(OVER);
  await expect.poll(waiting).toBe(1);
  await ending.query('COMMIT');
  await refused;
  await ending.end();
});

it('refuses a request that knew who was asking before access ended, and acts after', async () => {
  await deactivateStaff(admin, { id });
  await expectNothingIsLeft();
});

it('of twenty requests at once, does each wholly before access ends or not at all', async () => {
  const requests = Array.from({ length: 20 }, () => setWeeklyHours(counsellor, { rules }));
  const [, ...ended] = await Promise.allSettled([deactivateStaff(admin, { id }), ...requests]);
  const done = ended.filter(({ status }) => status === 'fulfilled').length;
  for (const one of ended) if (one.status === 'rejected') expect(one.reason).toMatchObject(OVER);
  const log = await world.rows<{ action: string }>(
    `SELECT action FROM audit_entry WHERE actor_id = $1 OR subject_id = $1 ORDER BY seq DESC`,
    [id],
  );
  expect(log[0]?.action, 'the last that is told of them').toBe('staff.deactivate');
  expect(log.filter(({ action }) => action === setWeeklyHours.spec.action)).toHaveLength(done + 1);
  await expectNothingIsLeft();
});
