import type { CreateGroup } from '@homeward/contracts/group';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  addCounsellor,
  type CounsellorContext,
  canary,
  createWorld,
  type World,
} from '../../testing/index.ts';
import {
  bookAppointment,
  cancelAppointment,
  listAgenda,
  listMyAppointments,
  markAppointmentSeen,
} from '../booking/index.ts';
import { erasePerson } from '../erasure/index.ts';
import { inTransaction } from '../kernel/index.ts';
import {
  cancelGroup,
  createGroup,
  getGroup,
  getLedGroup,
  joinGroup,
  listGroups,
  listLedGroups,
  moveGroup,
  publishGroup,
} from './index.ts';

type PersonContext = Awaited<ReturnType<World['person']>>;

const NAME = canary('call-me');
const AT = '2026-12-01T12:00:00Z';
let world: World;
let counsellor: CounsellorContext;
let person: PersonContext;

beforeAll(async () => {
  world = await createWorld({ now: '2026-11-24T01:00:00Z', maxConnections: 24 });
});
afterAll(() => world[Symbol.asyncDispose]());
beforeEach(async () => {
  world.clock.set('2026-11-24T01:00:00Z');
  counsellor = await addCounsellor(world);
  person = await world.person();
});

const wish = (over: Partial<CreateGroup> = {}): CreateGroup => ({
  texts: [
    { language: 'id', title: 'Tidur lebih baik', words: 'Bersama.' },
    { language: 'th', title: 'นอนหลับดีขึ้น' },
  ],
  practice: 'health',
  language: 'id',
  modality: 'video',
  seats: 5,
  startsAt: AT,
  lengthMinutes: 90,
  ...over,
});
async function open(over: Partial<CreateGroup> = {}): Promise<string> {
  const { id } = await createGroup(counsellor, wish(over));
  await publishGroup(counsellor, { id });
  return id;
}
const join = (id: string, by = person) => joinGroup(by, { id, zone: 'Asia/Bangkok', callMe: NAME });
const shownTo = async (who: PersonContext) =>
  (await listGroups(who, { locale: 'th' })).filter(
    (group) => group.counsellor.id === counsellor.actor.staffId,
  );
const events = async (type: string) =>
  world.rows<{ id: string }>(
    `SELECT data->>'appointmentId' AS id FROM pgboss.job WHERE data->>'type' = $1 AND data->>'staffId' = $2`,
    [type, counsellor.actor.staffId],
  );

describe('a group session', () => {
  it('is seen by persons once it is published, in their language, with the places that are free and nobody who comes', async () => {
    const { id } = await createGroup(counsellor, wish());
    expect(await shownTo(person)).toEqual([]);
    await expect(getGroup(person, { id, locale: 'th' })).rejects.toMatchObject({ code: 'not-found' });
    await expect(join(id)).rejects.toMatchObject({ code: 'not-found' });
    await publishGroup(counsellor, { id });
    await join(id, await world.person());
    const [group] = await shownTo(person);
    expect(group).toMatchObject({ id, title: 'นอนหลับดีขึ้น', words: null, placesFree: 4, mySeatId: null });
    expect(JSON.stringify(group)).not.toContain(NAME);
    expect(Object.keys(group ?? {})).not.toContain('seats');
  });

  it('is seen and joined by newcomers only where it says so, whoever its counsellor takes alone', async () => {
    counsellor = await addCounsellor(world, { acceptsNewcomers: false });
    const newcomer = await world.person({ newcomer: true });
    const closed = await open();
    expect(await shownTo(newcomer)).toEqual([]);
    await expect(join(closed, newcomer)).rejects.toMatchObject({ code: 'not-found' });
    const opened = await open({ startsAt: '2026-12-02T12:00:00Z', opensToNewcomers: true });
    expect((await shownTo(newcomer)).map(({ id }) => id)).toEqual([opened]);
    await join(opened, newcomer);
    expect(await listMyAppointments(newcomer, undefined)).toHaveLength(1);
  });

  it('may lie outside hours, and never over an appointment; nor an appointment over it', async () => {
    await bookAppointment(person, {
      counsellorId: counsellor.actor.staffId,
      startsAt: '2026-12-01T03:00:00Z',
      modality: 'video',
      zone: 'UTC',
    });
    await expect(createGroup(counsellor, wish({ startsAt: '2026-12-01T02:00:00Z' }))).rejects.toMatchObject({
      code: 'slot-taken',
    });
    await open({ startsAt: '2026-12-01T05:00:00Z' });
    await expect(
      bookAppointment(await world.person(), {
        counsellorId: counsellor.actor.staffId,
        startsAt: '2026-12-01T06:00:00Z',
        modality: 'video',
        zone: 'UTC',
      }),
    ).rejects.toMatchObject({ code: 'slot-taken' });
    await open({ startsAt: '2026-12-01T20:00:00Z' });
  });

  it('fits in its room with its counsellor, and no room holds two at once', async () => {
    const { organisationId } = counsellor.actor;
    const [room] = await world.rows<{ id: string }>(
      `WITH p AS (INSERT INTO place (id, organisation_id, area, created_at) VALUES (gen_random_uuid(), $1, 'Bangkok', now()) RETURNING id)
       INSERT INTO room (id, organisation_id, place_id, name, seats) SELECT gen_random_uuid(), $1, id, 'Blue', 5 FROM p RETURNING id`,
      [organisationId],
    );
    const inRoom = { modality: 'in-person', roomId: room?.id ?? '', seats: 4 } as const;
    await expect(createGroup(counsellor, wish({ ...inRoom, seats: 5 }))).rejects.toMatchObject({
      code: 'invalid-input',
      issues: [{ pointer: '/seats', code: 'room-too-small' }],
    });
    await open(inRoom);
    const colleague = await addCounsellor(world, { organisationId });
    await expect(createGroup(colleague, wish(inRoom))).rejects.toMatchObject({ code: 'slot-taken' });
    const stranger = await addCounsellor(world);
    await expect(createGroup(stranger, wish(inRoom))).rejects.toMatchObject({
      issues: [{ pointer: '/roomId', code: 'unknown-room' }],
    });
  });
});

describe('joining', () => {
  it('gives 20 people at once exactly the 5 seats that there are, each its own', async () => {
    const id = await open();
    const people = await Promise.all(Array.from({ length: 20 }, () => world.person()));
    const results = await Promise.allSettled(people.map((one) => join(id, one)));
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(5);
    for (const result of results)
      if (result.status === 'rejected') expect(result.reason).toMatchObject({ code: 'slot-taken' });
    const seats = await world.rows(
      `SELECT seat_number FROM appointment WHERE group_id = $1 AND status = 'booked' ORDER BY 1`,
      [id],
    );
    expect(seats.map(({ seat_number }) => seat_number)).toEqual([1, 2, 3, 4, 5]);
    expect(await events('appointment.booked')).toHaveLength(6);
  }, 60_000);

  it('answers the same when asked twice, and takes the lowest seat that was given back', async () => {
    const id = await open();
    const first = await join(id);
    expect(await join(id)).toEqual(first);
    await join(id, await world.person());
    await cancelAppointment(person, first);
    const again = await join(id, await world.person());
    expect(await world.rows('SELECT seat_number FROM appointment WHERE id = $1', [again.id])).toEqual([
      { seat_number: 1 },
    ]);
  });

  it('refuses who has an appointment then, and counts as one of their open appointments', async () => {
    const id = await open({ startsAt: '2026-12-01T05:00:00Z' });
    const other = await addCounsellor(world);
    await bookAppointment(person, {
      counsellorId: other.actor.staffId,
      startsAt: '2026-12-01T06:00:00Z',
      modality: 'video',
      zone: 'UTC',
    });
    await expect(join(id)).rejects.toMatchObject({ code: 'already-booked-then' });
    const newcomer = await world.person({ newcomer: true });
    const opened = await open({ opensToNewcomers: true });
    await join(opened, newcomer);
    await expect(
      bookAppointment(newcomer, {
        counsellorId: other.actor.staffId,
        startsAt: '2026-12-03T03:00:00Z',
        modality: 'video',
        zone: 'UTC',
      }),
    ).rejects.toMatchObject({ code: 'not-yet-confirmed' });
  });

  it('is refused by the database too where there is no such seat', async () => {
    const id = await open({ seats: 2 });
    const insert = (seat: number, period: string) =>
      inTransaction(person, 'read write', (tx) =>
        tx.db
          .insertInto('appointment')
          .values({
            id: crypto.randomUUID(),
            kind: 'seat',
            organisation_id: counsellor.actor.organisationId,
            counsellor_id: counsellor.actor.staffId,
            person_id: person.actor.personId,
            group_id: id,
            seat_number: seat,
            reference: 'A-1',
            status: 'booked',
            period,
            blocked_period: period,
            modality: 'video',
            person_zone: 'UTC',
            created_at: new Date(),
          })
          .execute(),
      );
    const period = '["2026-12-01 12:00Z","2026-12-01 13:30Z")';
    await expect(insert(3, period)).rejects.toMatchObject({ code: '23514' });
    await expect(insert(1, '["2026-12-01 12:00Z","2026-12-01 13:00Z")')).rejects.toMatchObject({
      code: '23514',
    });
    await insert(1, period);
    await expect(insert(1, period)).rejects.toMatchObject({ code: expect.stringMatching(/23505|23P01/) });
  });
});

describe('its counsellor', () => {
  it('sees what those who joined want to be called, which each of them is told; a colleague sees nothing', async () => {
    const id = await open();
    await join(id);
    const group = await getLedGroup(counsellor, { id });
    expect(group.joined).toMatchObject([{ callMe: NAME }]);
    expect(
      await world.rows(`SELECT what FROM record_access WHERE person_id = $1`, [person.actor.personId]),
    ).toEqual([{ what: 'appointment' }]);
    const colleague = await addCounsellor(world, { organisationId: counsellor.actor.organisationId });
    await expect(getLedGroup(colleague, { id })).rejects.toMatchObject({ code: 'not-found' });
    for (const deed of [cancelGroup, publishGroup])
      await expect(deed(colleague, { id })).rejects.toMatchObject({ code: 'not-found' });
    expect(await listLedGroups(counsellor, undefined)).toMatchObject([{ id, seats: 5, taken: 1 }]);
    expect(await listLedGroups(colleague, undefined)).toEqual([]);
  });

  it('is told who joined by the group itself, which is new until they have looked', async () => {
    const id = await open();
    const seat = await join(id);
    await world.rows(
      `INSERT INTO notice (event_id, organisation_id, staff_id, kind, appointment_id, created_at)
       VALUES ($1, $2, $3, 'appointment-booked', $1, now())`,
      [seat.id, counsellor.actor.organisationId, counsellor.actor.staffId],
    );
    const day = { from: '2026-12-01T00:00:00Z', to: '2026-12-02T00:00:00Z' };
    expect(await listAgenda(counsellor, day)).toMatchObject([
      { id, kind: 'group', isNew: true, callMe: null, seats: { most: 5, taken: 1 } },
    ]);
    expect((await getLedGroup(counsellor, { id })).isNew).toBe(true);
    await markAppointmentSeen(counsellor, { id });
    expect(await listAgenda(counsellor, day)).toMatchObject([{ id, isNew: false }]);
    expect((await getLedGroup(counsellor, { id })).isNew).toBe(false);
  });

  it('calls it off for all at once, each told once, and looks after nobody by it any more', async () => {
    const id = await open();
    const seat = await join(id);
    await join(id, await world.person());
    await cancelGroup(counsellor, { id });
    await cancelGroup(counsellor, { id });
    expect(await events('appointment.cancelled')).toHaveLength(3);
    expect(await listMyAppointments(person, undefined)).toMatchObject([
      { id: seat.id, status: 'cancelled', cancelledBy: 'organisation' },
    ]);
    expect(await shownTo(person)).toEqual([]);
    await expect(join(id, await world.person())).rejects.toMatchObject({ code: 'not-found' });
    await createGroup(counsellor, wish());
  });

  it('moves it with every seat at once; who has something else then is given back, and nobody is in two places', async () => {
    const id = await open();
    const seat = await join(id);
    const busy = await world.person();
    const lost = await join(id, busy);
    const other = await addCounsellor(world);
    await bookAppointment(busy, {
      counsellorId: other.actor.staffId,
      startsAt: '2026-12-04T03:00:00Z',
      modality: 'video',
      zone: 'UTC',
    });
    await moveGroup(counsellor, { id, startsAt: '2026-12-04T02:30:00Z' });
    expect(await listMyAppointments(person, undefined)).toMatchObject([
      { id: seat.id, status: 'booked', startsAt: '2026-12-04T02:30:00Z', endsAt: '2026-12-04T04:00:00Z' },
    ]);
    const theirs = await listMyAppointments(busy, undefined);
    expect(theirs.find((one) => one.id === lost.id)).toMatchObject({ status: 'cancelled' });
    expect((await events('appointment.moved')).map((event) => event.id).sort()).toEqual([id, seat.id].sort());
    expect(await events('appointment.cancelled')).toEqual([{ id: lost.id }]);
    expect(await shownTo(person)).toMatchObject([{ startsAt: '2026-12-04T02:30:00Z', placesFree: 4 }]);
  });

  it('moves it over nothing of their own', async () => {
    const id = await open();
    await open({ startsAt: '2026-12-05T12:00:00Z' });
    await expect(moveGroup(counsellor, { id, startsAt: '2026-12-05T13:00:00Z' })).rejects.toMatchObject({
      code: 'slot-taken',
    });
    world.clock.set(AT);
    await expect(moveGroup(counsellor, { id, startsAt: '2026-12-08T13:00:00Z' })).rejects.toMatchObject({
      code: 'too-late-to-cancel',
    });
  });
});

it('the seat of a person who is erased is free again', async () => {
  const id = await open({ seats: 2 });
  await join(id);
  expect(await shownTo(await world.person())).toMatchObject([{ placesFree: 1 }]);
  await erasePerson(world.system, {
    personId: person.actor.personId,
    receiptIndex: world.system.random.bytes(32),
  });
  expect(await shownTo(await world.person())).toMatchObject([{ placesFree: 2 }]);
  await join(id, await world.person());
  expect((await getLedGroup(counsellor, { id })).joined).toHaveLength(1);
});
