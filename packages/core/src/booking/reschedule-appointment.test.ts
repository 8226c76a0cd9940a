import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { addCounsellor, createWorld, type World } from '../../testing/index.ts';
import { listFreeSlots } from '../counsellor/index.ts';
import { bookAppointment } from './book-appointment.ts';
import { cancelAppointment } from './cancel-appointment.ts';
import { confirmRequest } from './confirm-request.ts';
import { getMyAppointment } from './get-my-appointment.ts';
import { holdTime } from './hold-time.ts';
import { rescheduleAppointment } from './reschedule-appointment.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld({ maxConnections: 8 });
});
beforeEach(() => world.clock.set('2026-11-24T01:00:00Z'));
afterAll(() => world[Symbol.asyncDispose]());

const zone = 'Asia/Bangkok';
const at = (day: number, time = '03:00') => `2026-12-${String(day).padStart(2, '0')}T${time}:00Z`;
const wish = (counsellorId: string, startsAt: string) => ({
  counsellorId,
  startsAt,
  modality: 'video' as const,
  zone,
});
const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'done',
    (error) => error.code,
  );
const eventsOf = (id: string) =>
  world.rows(
    `SELECT replace(data->>'type', 'appointment.', '') AS type, data->>'by' AS by FROM pgboss.job
     WHERE data->>'appointmentId' = $1 ORDER BY created_on`,
    [id],
  );

it('moves the same row, gives the old time to others, and tells the counsellor once', async () => {
  const { actor } = await addCounsellor(world, { bufferAfterMinutes: 10 });
  const [person, other] = [await world.person(), await world.person()];
  const { id } = await bookAppointment(person, { ...wish(actor.staffId, at(1)), callMe: 'มะลิ' });
  const moved = await rescheduleAppointment(person, { id, startsAt: at(2, '04:00'), zone: 'Asia/Jakarta' });
  expect(moved).toMatchObject({
    id,
    status: 'booked',
    startsAt: at(2, '04:00'),
    zone: 'Asia/Jakarta',
    callMe: 'มะลิ',
  });
  await rescheduleAppointment(person, { id, startsAt: at(2, '04:00'), zone });
  expect(await eventsOf(id)).toEqual([
    { type: 'booked', by: 'person' },
    { type: 'moved', by: 'person' },
  ]);
  expect(await codeOf(bookAppointment(other, wish(actor.staffId, at(1))))).toBe('done');
  const [row] = await world.rows(
    `SELECT sequence, upper(blocked_period) - upper(period) = interval '10 minutes' AS buffered,
       (SELECT until FROM care_assignment c WHERE c.person_id = a.person_id) AS until FROM appointment a WHERE id = $1`,
    [id],
  );
  expect(row).toEqual({ sequence: 1, buffered: true, until: new Date('2027-01-01T05:00:00Z') });
});

it('is offered and works to a time that overlaps the own one, and not to one that overlaps another’s', async () => {
  const { actor } = await addCounsellor(world, { stepMinutes: 15, maxPerDay: 1 });
  const person = await world.person();
  const { id } = await bookAppointment(person, wish(actor.staffId, at(1)));
  const offered = async () =>
    (
      await listFreeSlots(person, {
        counsellorId: actor.staffId,
        movingId: id,
        from: at(1, '00:00'),
        to: at(1, '23:00'),
      })
    ).map((slot) => slot.startsAt);
  expect(await offered()).toContain(at(1, '03:15'));
  await rescheduleAppointment(person, { id, startsAt: at(1, '03:15'), zone });
  await world.rows('UPDATE counsellor SET max_per_day = 8 WHERE id = $1', [actor.staffId]);
  await bookAppointment(await world.person(), wish(actor.staffId, at(1, '04:15')));
  expect(await codeOf(rescheduleAppointment(person, { id, startsAt: at(1, '03:30'), zone }))).toBe(
    'slot-taken',
  );
  expect(await offered()).not.toContain(at(1, '03:30'));
});

it('is refused where the person has another appointment, and lets go of what they hold there', async () => {
  const [one, two] = [await addCounsellor(world), await addCounsellor(world)];
  const person = await world.person();
  const { id } = await bookAppointment(person, wish(one.actor.staffId, at(1)));
  await bookAppointment(person, wish(two.actor.staffId, at(2)));
  await holdTime(person, wish(two.actor.staffId, at(3)));
  expect(await codeOf(rescheduleAppointment(person, { id, startsAt: at(2), zone }))).toBe(
    'already-booked-then',
  );
  expect(await codeOf(rescheduleAppointment(person, { id, startsAt: at(3), zone }))).toBe('done');
});

it('asks again when the counsellor confirms by hand', async () => {
  const counsellor = await addCounsellor(world, { confirmsByHand: true });
  const person = await world.person();
  const { id } = await bookAppointment(person, wish(counsellor.actor.staffId, at(1)));
  await confirmRequest(counsellor, { id });
  expect(await rescheduleAppointment(person, { id, startsAt: at(2), zone })).toMatchObject({
    status: 'requested',
  });
});

it('is possible until it begins, for the person’s own, and not for one that was given back', async () => {
  const { actor } = await addCounsellor(world);
  const [person, other] = [await world.person(), await world.person()];
  const { id } = await bookAppointment(person, wish(actor.staffId, at(1)));
  expect(await codeOf(rescheduleAppointment(other, { id, startsAt: at(2), zone }))).toBe('not-found');
  world.clock.set(at(1));
  expect(await codeOf(rescheduleAppointment(person, { id, startsAt: at(2), zone }))).toBe(
    'too-late-to-cancel',
  );
  expect(await getMyAppointment(person, { id })).toMatchObject({ canMove: false });
  world.clock.set('2026-11-24T01:00:00Z');
  await cancelAppointment(person, { id });
  expect(await codeOf(rescheduleAppointment(person, { id, startsAt: at(2), zone }))).toBe('conflict');
});

it('two people who move to one free time at once: one does, the other keeps the time they had', async () => {
  const { actor } = await addCounsellor(world);
  const two = [await world.person(), await world.person()];
  for (let round = 0; round < 8; round++) {
    const ids = await Promise.all(
      two.map((person, i) => bookAppointment(person, wish(actor.staffId, at(3 + round, `0${3 + i}:00`)))),
    );
    const outcomes = await Promise.all(
      two.map((person, i) =>
        codeOf(
          rescheduleAppointment(person, { id: ids[i]?.id ?? '', startsAt: at(3 + round, '06:00'), zone }),
        ),
      ),
    );
    expect(outcomes.toSorted()).toEqual(['done', 'slot-taken']);
    for (const [i, person] of two.entries()) await cancelAppointment(person, { id: ids[i]?.id ?? '' });
  }
});
