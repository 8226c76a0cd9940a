import { afterAll, beforeAll, expect, it } from 'vitest';
import { addCounsellor, canary, createWorld, type World } from '../../testing/index.ts';
import { createAccount } from '../account/index.ts';
import { bookAppointment, cancelAppointment, getMyAppointment } from '../booking/index.ts';
import { getCounsellor, listCounsellors, setMeetingDetails } from '../counsellor/index.ts';
import type { Context } from '../kernel/index.ts';
import { authenticate } from '../session/index.ts';
import { confirmPerson } from './confirm-person.ts';
import { getMyStanding } from './get-my-standing.ts';
import { getPersonStanding } from './get-person-standing.ts';

const START = '2026-11-24T01:00:00Z';
let world: World;
beforeAll(async () => {
  world = await createWorld({ now: START });
});
afterAll(() => world[Symbol.asyncDispose]());

const wish = (counsellorId: string, hour: number, modality: 'video' | 'in-person' = 'video') => ({
  counsellorId,
  startsAt: `2026-11-26T0${hour}:00:00Z`,
  modality,
  zone: 'Asia/Jakarta',
});
const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'done',
    (error: { code: string }) => error.code,
  );

it('a newcomer has one open appointment, and another only once somebody has met them', async () => {
  const counsellor = await addCounsellor(world);
  const { staffId } = counsellor.actor;
  const person = await world.person({ newcomer: true });
  const { id } = await bookAppointment(person, wish(staffId, 3));
  expect(await codeOf(bookAppointment(person, wish(staffId, 4)))).toBe('not-yet-confirmed');
  expect(await getPersonStanding(counsellor, { appointmentId: id })).toEqual({ confirmed: false });
  await confirmPerson(counsellor, { appointmentId: id });
  expect(await getPersonStanding(counsellor, { appointmentId: id })).toEqual({ confirmed: true });
  expect(await codeOf(bookAppointment(person, wish(staffId, 4)))).toBe('done');
});

it('a newcomer may give the first appointment back and choose another', async () => {
  const { staffId } = (await addCounsellor(world)).actor;
  const person = await world.person({ newcomer: true });
  const { id } = await bookAppointment(person, wish(staffId, 3));
  await cancelAppointment(person, { id });
  expect(await codeOf(bookAppointment(person, wish(staffId, 4)))).toBe('done');
});

it('of many bookings of a newcomer at once, one gets through', async () => {
  const { staffId } = (await addCounsellor(world)).actor;
  const person = await world.person({ newcomer: true });
  const results = await Promise.all(
    [2, 3, 4, 5, 6, 7].map((h) => codeOf(bookAppointment(person, wish(staffId, h)))),
  );
  expect(results.filter((result) => result === 'done')).toHaveLength(1);
});

it('a counsellor who takes nobody new is there for whom somebody knows, and for nobody else', async () => {
  const { staffId } = (await addCounsellor(world, { acceptsNewcomers: false })).actor;
  const known = await world.person();
  const lists = (context: Context) =>
    listCounsellors(context, { locale: 'en' }).then((all) => all.some(({ id }) => id === staffId));
  for (const context of [world.visitor, await world.person({ newcomer: true })]) {
    expect(await lists(context)).toBe(false);
    expect(await codeOf(getCounsellor(context, { id: staffId, locale: 'en' }))).toBe('not-found');
  }
  expect(await codeOf(bookAppointment(await world.person({ newcomer: true }), wish(staffId, 3)))).toBe(
    'not-found',
  );
  expect(await lists(known)).toBe(true);
  expect(await codeOf(bookAppointment(known, wish(staffId, 3)))).toBe('done');
});

it('a place is told to nobody whom nobody knows, neither by the page nor by the database, however late', async () => {
  const place = 'The yellow house behind the market';
  const counsellor = await addCounsellor(world, { modalities: ['in-person', 'video'] });
  await setMeetingDetails(counsellor, { details: { 'in-person': place } });
  const person = await world.person({ newcomer: true });
  const { id } = await bookAppointment(person, wish(counsellor.actor.staffId, 3, 'in-person'));
  world.clock.set('2026-11-26T02:30:00Z');
  expect((await getMyAppointment(person, { id })).meetingDetails).toBeNull();
  // The second wall: even a use-case that forgot to ask would read nothing.
  const careless = { ...person, actor: { ...person.actor, confirmed: true } };
  expect((await getMyAppointment(careless, { id })).meetingDetails).toBeNull();
  await confirmPerson(counsellor, { appointmentId: id });
  expect((await getMyAppointment(careless, { id })).meetingDetails).toBe(place);
  world.clock.set(START);
});

it('only the counsellor of the appointment says so, and not of one that was cancelled', async () => {
  const counsellor = await addCounsellor(world);
  const colleague = await addCounsellor(world, { organisationId: counsellor.actor.organisationId });
  const person = await world.person({ newcomer: true });
  const { id } = await bookAppointment(person, wish(counsellor.actor.staffId, 3));
  expect(await codeOf(confirmPerson(colleague, { appointmentId: id }))).toBe('not-found');
  expect(await codeOf(getPersonStanding(colleague, { appointmentId: id }))).toBe('not-found');
  expect(await codeOf(confirmPerson(person, { appointmentId: id }))).toBe('forbidden');
  await cancelAppointment(person, { id });
  expect(await codeOf(confirmPerson(counsellor, { appointmentId: id }))).toBe('not-found');
  expect(await getMyStanding(person, undefined)).toEqual({ confirmedAt: null, confirmedBy: null });
});

it('the person is told who said so and when, and the audit log keeps it', async () => {
  const counsellor = await addCounsellor(world, { alias: 'Mali' });
  const person = await world.person({ newcomer: true });
  const { personId } = person.actor;
  const { id } = await bookAppointment(person, wish(counsellor.actor.staffId, 3));
  await confirmPerson(counsellor, { appointmentId: id });
  const standing = await getMyStanding(person, undefined);
  expect(standing).toMatchObject({ confirmedAt: START, confirmedBy: { name: 'Mali' } });
  world.clock.advance(60_000);
  await confirmPerson(counsellor, { appointmentId: id });
  expect(await getMyStanding(person, undefined)).toEqual(standing);
  expect(
    await world.rows(`SELECT actor_id FROM audit_entry WHERE action = 'person.confirm' AND subject_id = $1`, [
      personId,
    ]),
  ).toEqual([{ actor_id: counsellor.actor.staffId }, { actor_id: counsellor.actor.staffId }]);
  world.clock.set(START);
});

it('a session that began as a newcomer’s is not one any more after the confirmation', async () => {
  const { cookie, personId } = await createAccount(world.visitor, { passphrase: canary('passphrase') });
  const actor = () => authenticate(world.visitor, cookie.split(';')[0]);
  expect(await actor()).toMatchObject({ confirmed: false });
  const counsellor = await addCounsellor(world);
  const { id } = await bookAppointment(world.as(await actor()), wish(counsellor.actor.staffId, 3));
  await confirmPerson(counsellor, { appointmentId: id });
  expect(await actor()).toMatchObject({ personId, confirmed: true });
});
