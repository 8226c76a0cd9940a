import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addCounsellor, addStaff, canary, createWorld, type World } from '../../testing/index.ts';
import { bookAppointment, getMyAppointment } from '../booking/index.ts';
import { listFreeSlots, setMeetingDetails, setOverride, setWeeklyHours } from '../counsellor/index.ts';
import { newId } from '../kernel/index.ts';
import { addPlace, addRoom, changePlace, changeRoom, closePlace, closeRoom, listPlaces } from './index.ts';

const ADDRESS = 'The green gate, second floor';
const monday = { from: '2026-11-30T00:00:00Z', to: '2026-12-01T00:00:00Z' };

let world: World;
beforeAll(async () => {
  world = await createWorld({ now: '2026-11-24T01:00:00Z', maxConnections: 8 });
});
afterAll(() => world[Symbol.asyncDispose]());

const proved = <Context extends { actor: object }>(context: Context) => ({
  ...context,
  actor: { ...context.actor, provedUntil: Number.MAX_SAFE_INTEGER },
});

/** A counsellor whose Mondays from nine to eleven are at a place with so many rooms. */
async function atPlace(
  rooms = 1,
  modalities: ('in-person' | 'video')[] = ['in-person'],
  organisationId?: string,
) {
  const counsellor = proved(
    await addCounsellor(world, { modalities, area: 'Jakarta', ...(organisationId && { organisationId }) }),
  );
  const { id: placeId } = await addPlace(counsellor, { name: 'House', area: 'Bandung', address: ADDRESS });
  const roomIds = [];
  for (let number = 0; number < rooms; number++)
    roomIds.push((await addRoom(counsellor, { placeId, name: `Room ${number}`, seats: 2 })).id);
  const rule = { days: ['MO' as const], from: '09:00', to: '11:00', placeId };
  await setWeeklyHours(counsellor, { rules: [rule] });
  return { counsellor, counsellorId: counsellor.actor.staffId, placeId, roomIds };
}

const slotsOf = (counsellorId: string) => listFreeSlots(world.visitor, { counsellorId, ...monday });
const wish = (counsellorId: string, startsAt = '2026-11-30T02:00:00Z') => ({
  counsellorId,
  startsAt,
  modality: 'in-person' as const,
  zone: 'Asia/Jakarta',
});

describe('staff of an organisation', () => {
  it('add a place and rooms, rename them and close them; their admins too', async () => {
    const { counsellor, placeId, roomIds } = await atPlace(2);
    const { organisationId } = counsellor.actor;
    const admin = await addStaff(world, { role: 'organisation-admin', organisationId });
    await changePlace(admin, { id: placeId, name: 'Harbour house', area: 'Bogor', address: '' });
    await changeRoom(admin, { id: roomIds[0] ?? '', name: 'Blue', seats: 6 });
    await closeRoom(counsellor, { id: roomIds[1] ?? '' });
    const rooms = [{ id: roomIds[0], name: 'Blue', seats: 6 }];
    const place = { id: placeId, name: 'Harbour house', area: 'Bogor', address: '', rooms };
    expect(await listPlaces(counsellor, undefined)).toEqual([place]);
    await closePlace(admin, { id: placeId });
    expect(await listPlaces(counsellor, undefined)).toEqual([]);
  });

  it("find another organisation's place and room as little as a random id, whatever they try", async () => {
    const theirs = await atPlace();
    const mine = await atPlace();
    const named = { name: canary('place'), area: 'Solo', address: '' };
    for (const id of [theirs.placeId, newId(world.system)])
      for (const deed of [
        () => changePlace(mine.counsellor, { id, ...named }),
        () => closePlace(mine.counsellor, { id }),
        () => addRoom(mine.counsellor, { placeId: id, name: 'Mine', seats: 2 }),
      ])
        await expect(deed()).rejects.toMatchObject({ code: 'not-found', message: 'there is no such place' });
    for (const id of [theirs.roomIds[0] ?? '', newId(world.system)])
      for (const deed of [
        () => changeRoom(mine.counsellor, { id, name: 'Mine', seats: 2 }),
        () => closeRoom(mine.counsellor, { id }),
      ])
        await expect(deed()).rejects.toMatchObject({ code: 'not-found', message: 'there is no such room' });
    const faults = [];
    for (const placeId of [theirs.placeId, newId(world.system)]) {
      const hours = { from: '09:00', to: '11:00', placeId };
      for (const deed of [
        () => setWeeklyHours(mine.counsellor, { rules: [{ ...hours, days: ['MO'] }] }),
        () => setOverride(mine.counsellor, { date: '2026-11-30', hours: [hours] }),
      ])
        faults.push(await deed().catch((error: unknown) => error));
    }
    expect(faults).toHaveLength(4);
    for (const fault of faults)
      expect(fault).toMatchObject({ code: 'invalid-input', issues: [{ code: 'no-such-place' }] });
    expect((await listPlaces(theirs.counsellor, undefined)).map(({ id }) => id)).toEqual([theirs.placeId]);
  });

  it('say a new address only when they have just proved who they are', async () => {
    const { counsellor, placeId } = await atPlace();
    const { provedUntil: _, ...actor } = counsellor.actor;
    const change = { id: placeId, name: 'House', area: 'Bandung', address: 'elsewhere' };
    await expect(changePlace({ ...counsellor, actor }, change)).rejects.toMatchObject({
      code: 'step-up-required',
    });
  });

  it('are told what is still booked when they close a room or a place, and no more than when', async () => {
    const { counsellor, counsellorId, placeId, roomIds } = await atPlace();
    await bookAppointment(await world.person(), wish(counsellorId));
    const still = ['2026-11-30T02:00:00Z'];
    expect(await closeRoom(counsellor, { id: roomIds[0] ?? '' })).toMatchObject({ stillBooked: still });
    expect(await closePlace(counsellor, { id: placeId })).toMatchObject({ stillBooked: still });
  });
});

describe('a time at a place', () => {
  it('is offered with its town while a room is free, and then in the other ways or not at all', async () => {
    const organisation = await atPlace(1, ['in-person', 'video']);
    const { counsellorId, placeId, counsellor } = organisation;
    const colleague = await addCounsellor(world, {
      modalities: ['in-person'],
      organisationId: counsellor.actor.organisationId,
      rules: [{ days: ['MO'], from: '09:00', to: '11:00', placeId }],
    });
    expect(await slotsOf(counsellorId)).toMatchObject([
      { modalities: ['in-person', 'video'], area: 'Bandung' },
      { modalities: ['in-person', 'video'], area: 'Bandung' },
    ]);
    await bookAppointment(await world.person(), wish(colleague.actor.staffId));
    expect(await slotsOf(counsellorId)).toMatchObject([
      { modalities: ['video'], area: null },
      { modalities: ['in-person', 'video'], area: 'Bandung' },
    ]);
    const refused = bookAppointment(await world.person(), wish(counsellorId));
    await expect(refused).rejects.toMatchObject({ code: 'slot-taken' });
    await bookAppointment(await world.person(), { ...wish(counsellorId), modality: 'video' });
  });

  it('is none when the place is closed or has no room', async () => {
    const { counsellor, counsellorId, placeId, roomIds } = await atPlace();
    await closeRoom(counsellor, { id: roomIds[0] ?? '' });
    expect(await slotsOf(counsellorId)).toEqual([]);
    await addRoom(counsellor, { placeId, name: 'New', seats: 2 });
    expect(await slotsOf(counsellorId)).toHaveLength(2);
    await closePlace(counsellor, { id: placeId });
    expect(await slotsOf(counsellorId)).toEqual([]);
    const refused = bookAppointment(await world.person(), wish(counsellorId));
    await expect(refused).rejects.toMatchObject({ code: 'slot-taken' });
  });

  it('lets go of a room whose hold is over', async () => {
    const { counsellorId, counsellor, placeId, roomIds } = await atPlace();
    const colleague = await addCounsellor(world, { organisationId: counsellor.actor.organisationId });
    const { actor } = await world.person();
    await world.rows(
      `INSERT INTO appointment (id, organisation_id, counsellor_id, person_id, reference, status, period, blocked_period, modality,
         person_zone, hold_expires_at, created_at, place_id, room_id)
       VALUES (gen_random_uuid(), $1, $2, $3, 'A-1', 'held', '[2026-11-30T02:00Z,2026-11-30T03:00Z)',
         '[2026-11-30T02:00Z,2026-11-30T03:00Z)', 'in-person', 'UTC', '2026-11-24T00:00Z', '2026-11-23', $4, $5)`,
      [counsellor.actor.organisationId, colleague.actor.staffId, actor.personId, placeId, roomIds[0]],
    );
    expect(await bookAppointment(await world.person(), wish(counsellorId))).toMatchObject({});
  });

  it('is told to the person: the town at once, the address a day before and only to whom somebody here knows', async () => {
    const { counsellor, counsellorId } = await atPlace();
    await setMeetingDetails(counsellor, { details: { 'in-person': 'where I meet without a place' } });
    const known = await world.person();
    const newcomer = await world.person({ newcomer: true });
    const ids: [typeof known, string][] = [];
    for (const [person, startsAt] of [
      [known, '2026-11-30T02:00:00Z'],
      [newcomer, '2026-11-30T03:00:00Z'],
    ] as const)
      ids.push([person, (await bookAppointment(person, wish(counsellorId, startsAt))).id]);
    const seen = () => Promise.all(ids.map(async ([person, id]) => getMyAppointment(person, { id })));
    const early = { place: { area: 'Bandung', address: null }, meetingDetails: null };
    expect(await seen()).toMatchObject([early, early]);
    world.clock.set('2026-11-29T04:00:00Z');
    expect(await seen()).toMatchObject([{ place: { area: 'Bandung', address: ADDRESS } }, early]);
    world.clock.set('2026-11-24T01:00:00Z');
  });
});

it('twenty times, exactly two of eight counsellors who are booked at once for one place with two rooms get one', async () => {
  const { counsellor, counsellorId, placeId } = await atPlace(2);
  const day = { days: ['MO' as const], from: '09:00', to: '24:00' as const, placeId };
  await setWeeklyHours(counsellor, { rules: [day] });
  const others = [];
  for (let number = 1; number < 8; number++)
    others.push(
      await addCounsellor(world, {
        modalities: ['in-person'],
        organisationId: counsellor.actor.organisationId,
        rules: [day],
        maxPerDay: 48,
      }),
    );
  const hosts = [counsellorId, ...others.map(({ actor }) => actor.staffId)];
  for (let round = 0; round < 20; round++) {
    const people = await Promise.all(hosts.map(() => world.person()));
    const startsAt = new Date(
      Date.parse('2026-11-30T02:00:00Z') + Math.floor(round / 2) * 7 * 86_400_000 + (round % 2) * 3_600_000,
    );
    world.clock.set(new Date(startsAt.getTime() - 86_400_000).toISOString());
    const wishes = hosts.map((host, index) =>
      bookAppointment(people[index] ?? world.visitor, wish(host, startsAt.toISOString())),
    );
    const outcomes = (await Promise.allSettled(wishes)).map((one) =>
      one.status === 'fulfilled' ? 'booked' : String(one.reason.code),
    );
    expect(outcomes.sort(), `round ${round}`).toEqual(['booked', 'booked', ...Array(6).fill('slot-taken')]);
  }
  const [made] = await world.rows(
    `SELECT count(*)::int AS all, count(DISTINCT (room_id, period))::int AS different FROM appointment WHERE place_id = $1`,
    [placeId],
  );
  expect(made).toEqual({ all: 40, different: 40 });
}, 120_000);
