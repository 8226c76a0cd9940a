import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { addCounsellor, createWorld, type World } from '../../testing/index.ts';
import { getMyProfile, setLimits } from '../counsellor/index.ts';
import { bookAppointment } from './book-appointment.ts';
import { MOST_HOLDS } from './booking-rules.ts';
import { cancelAppointment } from './cancel-appointment.ts';
import { getMyAppointment } from './get-my-appointment.ts';
import { holdTime } from './hold-time.ts';
import { listMyAppointments } from './list-my-appointments.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld({ maxConnections: 8 });
});
beforeEach(() => world.clock.set('2026-11-24T01:00:00Z'));
afterAll(() => world[Symbol.asyncDispose]());

const at = (day: number, hour = 3) =>
  `2026-12-${String(day).padStart(2, '0')}T${String(hour).padStart(2, '0')}:00:00Z`;
const wish = (counsellorId: string, startsAt: string) => ({
  counsellorId,
  startsAt,
  modality: 'video' as const,
  zone: 'Asia/Bangkok',
});
const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'done',
    (error) => error.code,
  );
const heldBy = (personId: string) =>
  world.rows<{ starts: Date }>(
    `SELECT lower(period) AS starts FROM appointment WHERE person_id = $1 AND status = 'held' ORDER BY 1`,
    [personId],
  );

it('keeps a time from everybody else for ten minutes, and not a moment longer', async () => {
  const { actor } = await addCounsellor(world);
  const [holder, other] = [await world.person(), await world.person()];
  await holdTime(holder, wish(actor.staffId, at(1)));
  world.clock.set('2026-11-24T01:09:59Z');
  expect(await codeOf(bookAppointment(other, wish(actor.staffId, at(1))))).toBe('slot-taken');
  world.clock.set('2026-11-24T01:10:00Z');
  expect(await codeOf(bookAppointment(other, wish(actor.staffId, at(1))))).toBe('done');
  expect(await heldBy(holder.actor.personId)).toEqual([]);
  expect(await codeOf(bookAppointment(holder, wish(actor.staffId, at(1))))).toBe('slot-taken');
});

it('becomes the appointment, in the same row, with what was said meanwhile; nobody hears of it before', async () => {
  const { actor } = await addCounsellor(world);
  const person = await world.person();
  const hold = await holdTime(person, wish(actor.staffId, at(1)));
  const events = () =>
    world.rows(`SELECT data->>'type' AS type FROM pgboss.job WHERE data->>'appointmentId' = $1`, [hold.id]);
  expect(await listMyAppointments(person, undefined)).toEqual([]);
  expect(await events()).toEqual([]);
  const booked = await bookAppointment(person, {
    ...wish(actor.staffId, at(1)),
    callMe: 'มะลิ',
    language: 'id',
  });
  expect(booked).toEqual(hold);
  expect(await getMyAppointment(person, booked)).toMatchObject({
    status: 'booked',
    callMe: 'มะลิ',
    language: 'id',
  });
  expect(await events()).toEqual([{ type: 'appointment.booked' }]);
});

it('is honoured when hours change meanwhile, and booked anew when it ran out and the time is still free', async () => {
  const { actor } = await addCounsellor(world);
  const person = await world.person();
  await holdTime(person, wish(actor.staffId, at(1)));
  await world.rows('DELETE FROM weekly_rule WHERE counsellor_id = $1', [actor.staffId]);
  expect(await codeOf(bookAppointment(person, wish(actor.staffId, at(1))))).toBe('done');

  const second = await addCounsellor(world);
  const hold = await holdTime(person, wish(second.actor.staffId, at(2)));
  world.clock.set('2026-11-24T02:00:00Z');
  const booked = await bookAppointment(person, wish(second.actor.staffId, at(2)));
  expect(booked.id).not.toBe(hold.id);
});

it('becomes as long an appointment as was held, whatever length the counsellor chose meanwhile; and is none to give back before', async () => {
  const counsellor = await addCounsellor(world);
  const person = await world.person();
  const hold = await holdTime(person, wish(counsellor.actor.staffId, at(1)));
  expect(await codeOf(cancelAppointment(person, hold))).toBe('not-found');
  const { limits } = await getMyProfile(counsellor, undefined);
  await setLimits(counsellor, { ...limits, lengthMinutes: 120 });
  const booked = await bookAppointment(person, wish(counsellor.actor.staffId, at(1)));
  expect(booked).toEqual(hold);
  expect(await getMyAppointment(person, booked)).toMatchObject({ endsAt: at(1, 4) });
});

it('asked for again is the same and no longer, also in another way', async () => {
  const { actor } = await addCounsellor(world);
  const person = await world.person();
  const first = await holdTime(person, wish(actor.staffId, at(1)));
  world.clock.set('2026-11-24T01:05:00Z');
  expect(await holdTime(person, wish(actor.staffId, at(1)))).toEqual(first);
  await holdTime(person, { ...wish(actor.staffId, at(1)), modality: 'phone' });
  world.clock.set('2026-11-24T01:10:00Z');
  expect(await codeOf(bookAppointment(await world.person(), wish(actor.staffId, at(1))))).toBe('done');
});

it('of another time at the same hour takes the place of the first, and a third of the longest held', async () => {
  const [one, two] = [await addCounsellor(world, { stepMinutes: 15 }), await addCounsellor(world)];
  const person = await world.person();
  const starts = async () => (await heldBy(person.actor.personId)).map((row) => row.starts.toISOString());
  await holdTime(person, wish(one.actor.staffId, at(1)));
  await holdTime(person, wish(one.actor.staffId, '2026-12-01T03:15:00Z'));
  expect(await starts()).toEqual(['2026-12-01T03:15:00.000Z']);
  await holdTime(person, wish(two.actor.staffId, at(1)));
  expect(await starts()).toEqual(['2026-12-01T03:00:00.000Z']);
  const buffered = await addCounsellor(world, { bufferAfterMinutes: 10, stepMinutes: 15 });
  await holdTime(person, wish(buffered.actor.staffId, at(4)));
  await holdTime(person, wish(buffered.actor.staffId, at(4, 4)));
  expect(await starts(), 'its buffer is in the way, too').not.toContain('2026-12-04T03:00:00.000Z');
  await world.rows('DELETE FROM appointment WHERE counsellor_id = $1', [buffered.actor.staffId]);
  world.clock.set('2026-11-24T01:01:00Z');
  await holdTime(person, wish(two.actor.staffId, at(2)));
  await holdTime(person, wish(two.actor.staffId, at(3)));
  expect(await starts()).toEqual(['2026-12-02T03:00:00.000Z', '2026-12-03T03:00:00.000Z']);
});

it('counts as an appointment: who may have no more holds none, and a newcomer one at a time', async () => {
  const { actor } = await addCounsellor(world);
  const person = await world.person();
  for (let day = 1; day <= 5; day++) await bookAppointment(person, wish(actor.staffId, at(day)));
  expect(await codeOf(holdTime(person, wish(actor.staffId, at(9))))).toBe('too-many-bookings');
  const newcomer = await world.person({ newcomer: true });
  await holdTime(newcomer, wish(actor.staffId, at(11)));
  await holdTime(newcomer, wish(actor.staffId, at(12)));
  expect(await heldBy(newcomer.actor.personId)).toHaveLength(1);
  await bookAppointment(newcomer, wish(actor.staffId, at(12)));
  expect(await codeOf(holdTime(newcomer, wish(actor.staffId, at(13))))).toBe('not-yet-confirmed');
});

it('fifty at once by one person are never more than the most that one may hold', async () => {
  const hosts = await Promise.all(Array.from({ length: 5 }, () => addCounsellor(world)));
  const person = await world.person();
  const attempts = Array.from({ length: 50 }, (_, i) =>
    codeOf(holdTime(person, wish(hosts[i % 5]?.actor.staffId ?? '', at(1 + (i % 10), 2 + (i % 7))))),
  );
  expect(new Set(await Promise.all(attempts))).toEqual(new Set(['done']));
  const held = await heldBy(person.actor.personId);
  expect(held.length).toBeGreaterThan(0);
  expect(held.length).toBeLessThanOrEqual(MOST_HOLDS);
});
