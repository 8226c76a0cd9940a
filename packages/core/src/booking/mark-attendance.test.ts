import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { addCounsellor, type CounsellorContext, createWorld, type World } from '../../testing/index.ts';
import { bookAppointment } from './book-appointment.ts';
import { cancelAppointment } from './cancel-appointment.ts';
import { getAppointmentForCounsellor } from './get-appointment-for-counsellor.ts';
import { getMyAppointment } from './get-my-appointment.ts';
import { markAttendance } from './mark-attendance.ts';

type PersonContext = Awaited<ReturnType<World['person']>>;

let world: World;
let counsellor: CounsellorContext;
let person: PersonContext;
let id: string;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world[Symbol.asyncDispose]());
beforeEach(async () => {
  world.clock.set('2026-11-24T01:00:00Z');
  [counsellor, person] = [await addCounsellor(world), await world.person()];
  id = await book('2026-12-01T03:00:00Z');
});

const book = async (startsAt: string) => {
  const counsellorId = counsellor.actor.staffId;
  const wish = { counsellorId, startsAt, modality: 'video' as const, zone: 'Asia/Bangkok' };
  return (await bookAppointment(person, wish)).id;
};
const mark = (status: 'fulfilled' | 'noshow' | 'booked', by = counsellor) =>
  markAttendance(by, { id, status });

it('says whether they met once it has begun, and takes that back for a day', async () => {
  world.clock.set('2026-12-01T02:59:59Z');
  await expect(mark('noshow')).rejects.toMatchObject({ code: 'conflict' });
  world.clock.set('2026-12-01T03:00:00Z');
  await mark('noshow');
  expect(await getAppointmentForCounsellor(counsellor, { id })).toMatchObject({
    status: 'noshow',
    mayUndo: true,
  });
  world.clock.advance(24 * 60 * 60_000 - 1);
  await mark('fulfilled');
  await mark('booked');
  await mark('fulfilled');
  world.clock.advance(24 * 60 * 60_000);
  expect(await getAppointmentForCounsellor(counsellor, { id })).toMatchObject({
    status: 'fulfilled',
    mayUndo: false,
  });
  await expect(mark('booked')).rejects.toMatchObject({ code: 'conflict' });
});

it('may be said twice, and not of what was given back', async () => {
  await cancelAppointment(person, { id });
  world.clock.set('2026-12-01T04:00:00Z');
  await expect(mark('noshow')).rejects.toMatchObject({ code: 'conflict' });
  world.clock.set('2026-11-24T01:00:00Z');
  id = await book('2026-12-02T03:00:00Z');
  world.clock.set('2026-12-02T04:00:00Z');
  await mark('noshow');
  expect(await mark('noshow')).toEqual({ id });
});

it('is the counsellor’s own to say', async () => {
  world.clock.set('2026-12-01T04:00:00Z');
  const { organisationId } = counsellor.actor;
  for (const other of [await addCounsellor(world, { organisationId }), await addCounsellor(world)])
    await expect(mark('noshow', other)).rejects.toMatchObject({ code: 'not-found' });
});

it('changes nothing for the person: they book as before, and are told of nothing', async () => {
  world.clock.set('2026-12-01T04:00:00Z');
  const jobs = () =>
    world.rows(`SELECT FROM pgboss.job WHERE data->>'staffId' = $1`, [counsellor.actor.staffId]);
  const before = await jobs();
  await mark('noshow');
  expect(await jobs()).toHaveLength(before.length);
  expect((await getMyAppointment(person, { id })).cancelledBy).toBeNull();
  const ids = ['2026-12-03', '2026-12-04', '2026-12-05', '2026-12-06', '2026-12-07'];
  for (const date of ids) await book(`${date}T03:00:00Z`);
});
