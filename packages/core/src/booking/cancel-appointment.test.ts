import { afterAll, beforeAll, expect, it } from 'vitest';
import { addCounsellor, createWorld, type World } from '../../testing/index.ts';
import { listFreeSlots } from '../counsellor/index.ts';
import { newId } from '../kernel/index.ts';
import { bookAppointment } from './book-appointment.ts';
import { cancelAppointment } from './cancel-appointment.ts';
import { getMyAppointment } from './get-my-appointment.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld({ now: '2026-11-24T01:00:00Z' });
});
afterAll(() => world[Symbol.asyncDispose]());

const startsAt = '2026-12-01T03:00:00Z';
const day = { from: '2026-12-01T00:00:00Z', to: '2026-12-02T00:00:00Z' };

async function booked() {
  const { actor } = await addCounsellor(world);
  const person = await world.person();
  const wish = { counsellorId: actor.staffId, startsAt, modality: 'video' as const, zone: 'Asia/Bangkok' };
  return { person, counsellorId: actor.staffId, id: (await bookAppointment(person, wish)).id };
}

const eventsOf = (id: string) =>
  world.rows<{ type: string }>(
    `SELECT data->>'type' AS type FROM pgboss.job WHERE data->>'appointmentId' = $1 ORDER BY created_on`,
    [id],
  );

it('gives the time back to everybody', async () => {
  const { person, counsellorId, id } = await booked();
  const starts = async () =>
    (await listFreeSlots(world.visitor, { counsellorId, ...day })).map((slot) => slot.startsAt);
  expect(await starts()).not.toContain(startsAt);
  await cancelAppointment(person, { id });
  expect(await starts()).toContain(startsAt);
});

it('tells the counsellor once, however often it is asked', async () => {
  const { person, id } = await booked();
  const first = await cancelAppointment(person, { id });
  expect(await cancelAppointment(person, { id })).toEqual(first);
  expect((await eventsOf(id)).map(({ type }) => type)).toEqual([
    'appointment.booked',
    'appointment.cancelled',
  ]);
});

it('is possible until the appointment begins, and then is not', async () => {
  const { person, id } = await booked();
  world.clock.set(startsAt);
  expect(await getMyAppointment(person, { id })).toMatchObject({ canCancel: false });
  await expect(cancelAppointment(person, { id })).rejects.toMatchObject({ code: 'too-late-to-cancel' });
  world.clock.set('2026-12-01T02:59:59Z');
  expect(await getMyAppointment(person, { id })).toMatchObject({ canCancel: true });
  expect(await cancelAppointment(person, { id })).toMatchObject({ status: 'cancelled' });
  world.clock.set('2026-11-24T01:00:00Z');
});

it("answers to another person's appointment as to one that never was, and changes nothing", async () => {
  const { id } = await booked();
  const stranger = await world.person();
  const before = await world.rows('SELECT * FROM appointment WHERE id = $1', [id]);
  const answers = await Promise.all(
    [id, newId(world.system)].flatMap((one) => [
      cancelAppointment(stranger, { id: one }).catch((error: unknown) => error),
      getMyAppointment(stranger, { id: one }).catch((error: unknown) => error),
    ]),
  );
  for (const answer of answers) expect(answer).toEqual(answers[0]);
  expect(answers[0]).toMatchObject({ code: 'not-found' });
  expect(await world.rows('SELECT * FROM appointment WHERE id = $1', [id])).toEqual(before);
});
