import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { addCounsellor, type CounsellorContext, createWorld, type World } from '../../testing/index.ts';
import { bookAppointment, cancelAppointment, getMyAppointment, listAgenda } from '../booking/index.ts';
import { type Context, newId, type RoomVisit } from '../kernel/index.ts';
import { hostMeeting } from './host-meeting.ts';
import { joinMeeting } from './join-meeting.ts';

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

/** A video server that writes out what it is asked for. */
const withRooms = <Any extends Context>(context: Any): Any => ({
  ...context,
  ports: {
    ...context.ports,
    meet: {
      origin: 'https://meet.example',
      enter: async (visit: RoomVisit) => JSON.stringify(visit),
    },
  },
});
const book = async (startsAt: string, modality: 'video' | 'phone' = 'video', by = person) => {
  const counsellorId = counsellor.actor.staffId;
  return (await bookAppointment(by, { counsellorId, startsAt, modality, zone: 'Asia/Bangkok' })).id;
};
const join = async (by: PersonContext = person, which = id): Promise<RoomVisit> =>
  JSON.parse((await joinMeeting(withRooms(by), { id: which })).url);
const host = async (by: CounsellorContext = counsellor): Promise<RoomVisit> =>
  JSON.parse((await hostMeeting(withRooms(by), { id })).url);

it('brings the person and the counsellor into one room, which only the counsellor leads', async () => {
  world.clock.set('2026-12-01T02:50:00Z');
  const [theirs, own] = [await join(), await host()];
  expect(theirs).toEqual({
    room: expect.stringMatching(/^[0-9a-f]{32}$/),
    moderator: false,
    opensAt: Date.parse('2026-12-01T02:50:00Z'),
    closesAt: Date.parse('2026-12-01T05:00:00Z'),
  });
  expect(own).toEqual({ ...theirs, moderator: true });
  expect(await join()).toEqual(theirs);
  world.watch(theirs.room);
});

it('lets nobody in earlier than ten minutes before, or later than an hour after the end', async () => {
  const refused = async (code: string) => {
    await expect(join()).rejects.toMatchObject({ code });
    await expect(host()).rejects.toMatchObject({ code });
  };
  world.clock.set('2026-12-01T02:49:59Z');
  await refused('conflict');
  world.clock.set('2026-12-01T04:59:59Z');
  await join();
  world.clock.set('2026-12-01T05:00:00Z');
  await refused('not-found');
});

it('has no room for another person, another counsellor, a cancelled time, a call, or where there are no rooms', async () => {
  const call = await book('2026-12-01T05:00:00Z', 'phone');
  world.clock.set('2026-12-01T02:55:00Z');
  const gone = { code: 'not-found' };
  await expect(join(await world.person())).rejects.toMatchObject(gone);
  await expect(host(await addCounsellor(world))).rejects.toMatchObject(gone);
  await expect(join(person, call)).rejects.toMatchObject(gone);
  await expect(join(person, newId(world.system))).rejects.toMatchObject(gone);
  await expect(joinMeeting(person, { id })).rejects.toMatchObject(gone);
  await cancelAppointment(person, { id });
  await expect(join()).rejects.toMatchObject(gone);
});

it('gives each appointment a room of its own', async () => {
  const other = await book('2026-12-01T04:00:00Z', 'video', await world.person());
  world.clock.set('2026-12-01T03:55:00Z');
  expect((await host()).room).not.toBe(
    JSON.parse((await hostMeeting(withRooms(counsellor), { id: other })).url).room,
  );
});

it('says where the room is and when it opens, and not its name', async () => {
  const room = { origin: 'https://meet.example', opensAt: '2026-12-01T02:50:00Z', isOpen: false };
  expect((await getMyAppointment(withRooms(person), { id })).videoRoom).toEqual(room);
  const day = { from: '2026-12-01T00:00:00Z', to: '2026-12-02T00:00:00Z' };
  expect((await listAgenda(withRooms(counsellor), day))[0]?.videoRoom).toEqual(room);
  expect((await getMyAppointment(person, { id })).videoRoom).toBeNull();
});
