import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import {
  addCounsellor,
  type CounsellorContext,
  canary,
  createWorld,
  type World,
} from '../../testing/index.ts';
import { bookAppointment } from './book-appointment.ts';
import { getCaseload } from './get-caseload.ts';
import { listOpenHours } from './list-open-hours.ts';

type PersonContext = Awaited<ReturnType<World['person']>>;

const CALLED = canary('call-me');
let world: World;
let counsellor: CounsellorContext;
let person: PersonContext;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world[Symbol.asyncDispose]());
beforeEach(async () => {
  world.clock.set('2026-11-24T01:00:00Z');
  [counsellor, person] = [await addCounsellor(world), await world.person()];
});

const book = (startsAt: string, by = person) =>
  bookAppointment(by, {
    counsellorId: counsellor.actor.staffId,
    startsAt,
    modality: 'video',
    zone: 'Asia/Bangkok',
    callMe: CALLED,
  });
const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);

it('names people without a next appointment by their last one, and nobody who has one', async () => {
  const first = await book('2026-11-25T03:00:00Z');
  const last = await book('2026-11-26T03:00:00Z');
  const other = await world.person();
  await book('2026-11-25T05:00:00Z', other);
  const ahead = await book('2026-12-03T03:00:00Z', other);
  world.clock.set('2026-11-27T01:00:00Z');
  const { next, without } = await getCaseload(counsellor, undefined);
  expect(ids(next)).toEqual([ahead.id]);
  expect(ids(without)).toEqual([last.id]);
  expect(without[0]?.callMe).toBe(CALLED);
  expect(ids(without)).not.toContain(first.id);
  const looked = await world.rows('SELECT FROM record_access WHERE staff_id = $1 AND person_id = $2', [
    counsellor.actor.staffId,
    person.actor.personId,
  ]);
  expect(looked).toHaveLength(1);
  // Thirty days later the counsellor looks after them no longer.
  world.clock.set('2026-12-27T04:00:00Z');
  expect(ids((await getCaseload(counsellor, undefined)).without)).not.toContain(last.id);
});

it('lists what was asked for and not answered, who asked first first', async () => {
  await world.rows('UPDATE counsellor SET confirms_by_hand = true WHERE id = $1', [counsellor.actor.staffId]);
  const later = await book('2026-12-03T03:00:00Z');
  world.clock.advance(60_000);
  const sooner = await book('2026-12-02T03:00:00Z', await world.person());
  expect(ids((await getCaseload(counsellor, undefined)).requests)).toEqual([later.id, sooner.id]);
  expect((await getCaseload(await addCounsellor(world), undefined)).requests).toEqual([]);
});

it('holds four weeks against what hours and limits take', async () => {
  counsellor = await addCounsellor(world, {
    rules: [{ days: ['TU', 'TH'], from: '09:00', to: '17:00' }],
    maxPerDay: 3,
  });
  await book('2026-12-01T03:00:00Z');
  await book('2026-12-03T03:00:00Z', await world.person());
  expect((await getCaseload(counsellor, undefined)).load).toEqual([
    { startsOn: '2026-11-23', booked: 0, most: 6 },
    { startsOn: '2026-11-30', booked: 2, most: 6 },
    { startsOn: '2026-12-07', booked: 0, most: 6 },
    { startsOn: '2026-12-14', booked: 0, most: 6 },
  ]);
});

it('shows hours whatever is booked in them', async () => {
  await book('2026-12-01T03:00:00Z');
  const day = { from: '2026-11-30T17:00:00Z', to: '2026-12-01T17:00:00Z' };
  expect(await listOpenHours(counsellor, day)).toEqual([
    { from: '2026-12-01T02:00:00Z', to: '2026-12-01T10:00:00Z' },
  ]);
});
