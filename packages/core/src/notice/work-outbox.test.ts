import { afterAll, beforeAll, expect, it } from 'vitest';
import { addCounsellor, createWorld, type World } from '../../testing/index.ts';
import { bookAppointment } from '../booking/index.ts';
import { OUTBOX } from '../kernel/index.ts';
import { workOutbox } from './work-outbox.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld({ now: '2026-11-24T01:00:00Z' });
});
afterAll(() => world[Symbol.asyncDispose]());

it('tells a counsellor of a booking although an event before it fails, which is tried again with no word of why', async () => {
  const { actor } = await addCounsellor(world);
  const broken = await world.ports.boss.send(OUTBOX, { id: 'canary-2b7d' });
  const { id } = await bookAppointment(await world.person(), {
    counsellorId: actor.staffId,
    startsAt: '2026-12-01T03:00:00Z',
    modality: 'video',
    zone: 'Asia/Jakarta',
  });

  const errors: Error[] = [];
  world.ports.boss.on('error', (error) => errors.push(error));
  await workOutbox(world.visitor);
  await expect
    .poll(() => world.rows('SELECT kind, appointment_id, staff_id FROM notice'), { timeout: 30_000 })
    .toEqual([{ kind: 'appointment-booked', appointment_id: id, staff_id: actor.staffId }]);
  await expect
    .poll(() => world.rows('SELECT state, output FROM pgboss.job WHERE id = $1', [broken]), {
      timeout: 30_000,
    })
    .toEqual([{ state: 'retry', output: expect.not.objectContaining({ message: expect.anything() }) }]);
  expect(errors).toMatchObject([{ code: 'invalid-input' }]);
});
