import { afterAll, beforeAll, expect, it } from 'vitest';
import { addStaff, createWorld, type World } from '../../testing/index.ts';
import { createOrganisation } from '../organisation/index.ts';
import { changeStaffRole, deactivateStaff } from './index.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld({ maxConnections: 12 });
});
afterAll(() => world[Symbol.asyncDispose]());

async function admins(count: number) {
  const { id: organisationId } = await createOrganisation(world.system, { name: 'Small', country: 'ID' });
  const all = [await addStaff(world, { role: 'organisation-admin', organisationId })];
  while (all.length < count) all.push(await addStaff(world, { role: 'organisation-admin', organisationId }));
  const leading = () =>
    world.rows(
      `SELECT FROM staff WHERE organisation_id = $1 AND role = 'organisation-admin' AND deactivated_at IS NULL`,
      [organisationId],
    );
  return { all, leading };
}

/** How many of these deeds the database stopped because they waited for each other. */
const deadlocks = async (): Promise<number> => {
  const [row] = await world.rows<{ deadlocks: string }>(
    'SELECT pg_stat_clear_snapshot(), deadlocks FROM pg_stat_database WHERE datname = current_database()',
  );
  return Number(row?.deadlocks);
};

it.each([
  ['deactivate', (by: Admin, id: string) => deactivateStaff(by, { id })],
  ['demote', (by: Admin, id: string) => changeStaffRole(by, { id, role: 'partner-staff' })],
])(
  'of admins who %s each other in a ring at once, each is done or told no, and somebody leads',
  async (_, remove) => {
    for (const count of [2, 2, 3, 5]) {
      const { all, leading } = await admins(count);
      const ended = await Promise.allSettled(
        all.map((by, at) => remove(by, all[(at + 1) % count]?.actor.staffId ?? '')),
      );
      const done = ended.filter(({ status }) => status === 'fulfilled').length;
      for (const one of ended)
        if (one.status === 'rejected')
          expect(['not-signed-in', 'conflict', 'forbidden']).toContain(one.reason.code);
      expect(done).toBeGreaterThan(0);
      expect(await leading()).toHaveLength(count - done);
      expect(count - done).toBeGreaterThan(0);
    }
    expect(await deadlocks()).toBe(0);
  },
);

it('admins who deactivate the same colleague at once all get it done', async () => {
  const { all, leading } = await admins(4);
  const id = all[3]?.actor.staffId ?? '';
  const ended = await Promise.allSettled(all.slice(0, 3).map((by) => deactivateStaff(by, { id })));
  expect(ended.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled']);
  expect(await leading()).toHaveLength(3);
  expect(await deadlocks()).toBe(0);
});

type Admin = Awaited<ReturnType<typeof admins>>['all'][number];
