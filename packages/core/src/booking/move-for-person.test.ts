import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { addCounsellor, type CounsellorContext, createWorld, type World } from '../../testing/index.ts';
import { Failure } from '../kernel/index.ts';
import { bookAppointment } from './book-appointment.ts';
import { bookForPerson } from './book-for-person.ts';
import { getAppointmentForCounsellor } from './get-appointment-for-counsellor.ts';
import { getMyAppointment } from './get-my-appointment.ts';
import { listFollowUps } from './list-follow-ups.ts';
import { moveForPerson } from './move-for-person.ts';

type PersonContext = Awaited<ReturnType<World['person']>>;

let world: World;
let counsellor: CounsellorContext;
let person: PersonContext;
let id: string;
beforeAll(async () => {
  world = await createWorld({ maxConnections: 8 });
});
afterAll(() => world[Symbol.asyncDispose]());
beforeEach(async () => {
  world.clock.set('2026-11-24T01:00:00Z');
  [counsellor, person] = [await addCounsellor(world), await world.person()];
  id = await book('2026-12-01T03:00:00Z');
});

const book = async (startsAt: string, by = person, at = counsellor) => {
  const wish = { startsAt, modality: 'video' as const, zone: 'Asia/Bangkok', language: 'id' };
  return (await bookAppointment(by, { counsellorId: at.actor.staffId, ...wish })).id;
};
const move = (startsAt: string, more: { urgentReason?: 'health' } = {}, by = counsellor) =>
  moveForPerson(by, { id, startsAt, ...more });
const events = async (type: string) =>
  (
    await world.rows<{ data: { by: string; appointmentId: string } }>(
      'SELECT data FROM pgboss.job WHERE data->>$1 = $2',
      ['type', type],
    )
  )
    .map(({ data }) => data)
    .filter(({ appointmentId }) => appointmentId === id);

it('moves the very appointment, as long as it was, and the person is told once', async () => {
  await move('2026-12-02T07:00:00Z');
  expect(await getMyAppointment(person, { id })).toMatchObject({
    status: 'booked',
    startsAt: '2026-12-02T07:00:00Z',
    endsAt: '2026-12-02T08:00:00Z',
  });
  expect(await events('appointment.moved')).toEqual([expect.objectContaining({ by: 'staff' })]);
  const [row] = await world.rows('SELECT sequence, urgent_reason FROM appointment WHERE id = $1', [id]);
  expect(row).toEqual({ sequence: 1, urgent_reason: null });
  await book('2026-12-01T03:00:00Z', await world.person());
});

it('asks why outside the hours, and says so with the appointment; back inside it asks nothing', async () => {
  const evening = '2026-12-01T13:00:00Z';
  await expect(move(evening)).rejects.toMatchObject({
    code: 'invalid-input',
    issues: [{ pointer: '/urgentReason', code: 'outside-hours' }],
  });
  await move(evening, { urgentReason: 'health' });
  const shown = () => getAppointmentForCounsellor(counsellor, { id });
  expect(await shown()).toMatchObject({ startsAt: evening, urgentReason: 'health' });
  await move('2026-12-01T04:00:00Z');
  expect(await shown()).toMatchObject({ urgentReason: null });
});

it('is refused over another appointment of the counsellor, and over one of the person elsewhere by the same word', async () => {
  await book('2026-12-02T03:00:00Z', await world.person());
  await expect(move('2026-12-02T03:30:00Z', { urgentReason: 'health' })).rejects.toMatchObject({
    code: 'slot-taken',
  });
  await book('2026-12-03T03:00:00Z', person, await addCounsellor(world));
  await expect(move('2026-12-03T03:00:00Z')).rejects.toMatchObject({ code: 'slot-taken' });
  expect(await events('appointment.moved')).toEqual([]);
});

it('is for one’s own appointments that lie ahead, to a time that does', async () => {
  const { organisationId } = counsellor.actor;
  for (const other of [await addCounsellor(world, { organisationId }), await addCounsellor(world)])
    await expect(move('2026-12-02T03:00:00Z', {}, other)).rejects.toMatchObject({ code: 'not-found' });
  await expect(move('2026-11-24T00:00:00Z')).rejects.toMatchObject({ code: 'invalid-input' });
  world.clock.set('2026-12-01T03:00:00Z');
  await expect(move('2026-12-02T03:00:00Z')).rejects.toMatchObject({ code: 'conflict' });
});

it('and a booking of the same time at once: one of them gets it, twenty times', async () => {
  const [first, second] = ['2026-12-05T03:00:00Z', '2026-12-05T05:00:00Z'];
  for (let round = 0; round < 20; round++) {
    const wanted = round % 2 === 0 ? first : second;
    const stranger = await world.person();
    const [moved, booked] = await Promise.allSettled([move(wanted), book(wanted, stranger)]);
    const outcomes = [moved.status, booked.status];
    expect(
      outcomes.filter((one) => one === 'fulfilled'),
      `round ${round}`,
    ).toHaveLength(1);
    for (const one of [moved, booked])
      if (one.status === 'rejected') {
        expect(one.reason).toBeInstanceOf(Failure);
        expect(one.reason.code).toBe('slot-taken');
      }
    await world.rows(
      `UPDATE appointment SET status = 'cancelled', cancelled_at = now() WHERE counsellor_id = $1 AND id <> $2`,
      [counsellor.actor.staffId, id],
    );
  }
});

it('squeezes somebody in where nothing is offered, never over another, and the person is told', async () => {
  const evening = '2026-12-01T14:00:00Z';
  const squeeze = (startsAt: string, by = counsellor) =>
    bookForPerson(by, { appointmentId: id, startsAt, urgentReason: 'health' });
  await expect(bookForPerson(counsellor, { appointmentId: id, startsAt: evening })).rejects.toMatchObject({
    code: 'slot-taken',
  });
  await expect(squeeze('2026-12-01T03:30:00Z')).rejects.toMatchObject({ code: 'slot-taken' });
  await expect(squeeze(evening, await addCounsellor(world))).rejects.toMatchObject({ code: 'not-found' });
  const made = await squeeze(evening);
  expect(await getAppointmentForCounsellor(counsellor, { id: made.id })).toMatchObject({
    startsAt: evening,
    status: 'booked',
    urgentReason: 'health',
    language: 'id',
  });
  id = made.id;
  expect(await events('appointment.booked')).toEqual([expect.objectContaining({ by: 'staff' })]);
  expect((await getMyAppointment(person, { id })).canCancel).toBe(true);
});

it('goes on at the same time of day in one, two and four weeks, as far as that is free', async () => {
  await book('2026-12-15T03:00:00Z', await world.person());
  world.clock.set('2026-12-01T04:00:00Z');
  const offered = await listFollowUps(counsellor, { id });
  expect(offered).toEqual([
    { weeks: 1, startsAt: '2026-12-08T03:00:00Z' },
    { weeks: 4, startsAt: '2026-12-29T03:00:00Z' },
  ]);
  await bookForPerson(counsellor, { appointmentId: id, startsAt: '2026-12-08T03:00:00Z' });
  expect((await listFollowUps(counsellor, { id })).map(({ weeks }) => weeks)).toEqual([4]);
  await expect(listFollowUps(await addCounsellor(world), { id })).rejects.toMatchObject({
    code: 'not-found',
  });
});

it('makes no appointment with somebody whom the counsellor looks after no longer', async () => {
  world.clock.set('2027-01-05T03:00:00Z');
  expect(await listFollowUps(counsellor, { id })).toEqual([]);
  await expect(
    bookForPerson(counsellor, { appointmentId: id, startsAt: '2027-01-06T03:00:00Z' }),
  ).rejects.toMatchObject({ code: 'conflict' });
});
