import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  addCounsellor,
  addStaff,
  type CounsellorContext,
  createWorld,
  type World,
} from '../../testing/index.ts';
import { listMyAssignments } from '../assignment/index.ts';
import { bookAppointment, listAgenda, listMyAppointments } from '../booking/index.ts';
import { newId } from '../kernel/index.ts';
import { listWhoLooked } from '../record-access/index.ts';
import { answerHandover, arrangeCover, giveBackCover, listMyHandovers, planCover } from './index.ts';

type PersonContext = Awaited<ReturnType<World['person']>>;

const AWAY = { firstOn: '2026-12-01', lastOn: '2026-12-07' };
let world: World;
let away: CounsellorContext;
let colleague: CounsellorContext;
let people: [PersonContext, PersonContext];
let ids: [string, string];

beforeAll(async () => {
  world = await createWorld({ now: '2026-11-24T01:00:00Z', maxConnections: 16 });
});
afterAll(() => world[Symbol.asyncDispose]());
beforeEach(async () => {
  world.clock.set('2026-11-24T01:00:00Z');
  away = await addCounsellor(world);
  colleague = await addCounsellor(world, { organisationId: away.actor.organisationId });
  people = [await world.person(), await world.person()];
  ids = [await book('2026-12-01T03:00:00Z', people[0]), await book('2026-12-02T03:00:00Z', people[1])];
});

const book = async (startsAt: string, by: PersonContext, at = away) =>
  (
    await bookAppointment(by, {
      counsellorId: at.actor.staffId,
      startsAt,
      modality: 'video',
      zone: 'Asia/Bangkok',
    })
  ).id;
const idOf = (who: CounsellorContext) => who.actor.staffId;
const agendaOf = async (who: CounsellorContext) =>
  (await listAgenda(who, { from: '2026-11-25T00:00:00Z', to: '2027-01-05T00:00:00Z' })).map(({ id }) => id);
const arrange = (...manners: ('ask' | 'tell')[]) =>
  arrangeCover(away, {
    colleagueId: idOf(colleague),
    appointments: manners.map((manner, at) => ({ id: ids[at] ?? '', manner })),
  });
const codeOf = (answer: Promise<unknown>): Promise<unknown> =>
  answer.then(
    () => 'done',
    (error: { code?: string }) => error.code,
  );

describe('cover for an absence', () => {
  it('names what lies in the time, what of it the colleague can’t take, and what is asked already', async () => {
    await book('2026-12-02T03:00:00Z', await world.person(), colleague);
    await book('2026-12-08T03:00:00Z', await world.person());
    const plan = await planCover(away, { ...AWAY, colleagueId: idOf(colleague) });
    expect(plan).toMatchObject({
      counsellors: [{ id: idOf(away) }],
      colleagues: [{ id: idOf(colleague) }],
      appointments: [
        { id: ids[0], clash: null, asked: false },
        { id: ids[1], clash: 'taken', asked: false },
      ],
    });
    expect(await codeOf(arrange('tell', 'tell'))).toBe('slot-taken');
    expect(await agendaOf(away)).toHaveLength(3);
    await arrange('ask');
    expect((await planCover(away, AWAY)).appointments.map(({ asked }) => asked)).toEqual([true, false]);
  });

  it('counts days where the counsellor is, the last one whole, and refuses days that are none', async () => {
    const ofDays = async (firstOn: string, lastOn: string) =>
      (await planCover(away, { firstOn, lastOn })).appointments.map(({ id }) => id);
    // Five in the evening in London is midnight in Jakarta, where this counsellor is.
    expect(await ofDays('2026-12-01', '2026-12-01')).toEqual([ids[0]]);
    expect(await ofDays('2026-12-02', '2026-12-02')).toEqual([ids[1]]);
    expect(await ofDays('2026-11-25', '2026-11-30')).toEqual([]);
    expect((await planCover(away, AWAY)).zone).toBe('Asia/Jakarta');
    for (const [firstOn, lastOn] of [
      ['2026-12-02', '2026-12-01'],
      ['2026-12-01', '2027-03-03'],
    ] as const)
      expect(await codeOf(planCover(away, { firstOn, lastOn }))).toBe('invalid-input');
  });

  it('moves at once where the person is told, and waits for their answer where they are asked', async () => {
    await arrange('ask', 'tell');
    expect(await agendaOf(colleague)).toEqual([ids[1]]);
    expect(await listMyHandovers(people[1], undefined)).toMatchObject([
      {
        what: 'appointment',
        status: 'told',
        from: { id: idOf(away) },
        to: { id: idOf(colleague) },
        appointments: [{ id: ids[1] }],
      },
    ]);
    const [asked] = await listMyHandovers(people[0], undefined);
    expect(asked).toMatchObject({ status: 'asked', appointments: [{ id: ids[0] }] });
    await answerHandover(people[0], { id: asked?.id ?? '', accept: true });
    expect(await agendaOf(colleague)).toEqual(ids);
    // Their own counsellor comes back: who looks after them goes on to do so.
    const cares = await listMyAssignments(people[0], undefined);
    expect(cares.map(({ counsellorId }) => counsellorId).sort()).toEqual(
      [idOf(away), idOf(colleague)].sort(),
    );
  });

  it('can be given back by who was only told: it is cancelled, and the colleague looks after them no more', async () => {
    await arrange('ask', 'tell');
    const [told] = await listMyHandovers(people[1], undefined);
    const id = told?.id ?? '';
    expect(await codeOf(giveBackCover(people[0], { id }))).toBe('not-found');
    expect(await giveBackCover(people[1], { id })).toEqual({ id, counsellorId: idOf(away) });
    expect(await giveBackCover(people[1], { id })).toEqual({ id, counsellorId: idOf(away) });
    expect(await listMyAppointments(people[1], undefined)).toMatchObject([{ status: 'cancelled' }]);
    expect((await listMyAssignments(people[1], undefined)).map(({ counsellorId }) => counsellorId)).toEqual([
      idOf(away),
    ]);
    expect(await listMyHandovers(people[1], undefined)).toEqual([]);
  });

  it('is over once the appointment has begun: nothing is asked, given back or moved any more', async () => {
    await arrange('ask', 'tell');
    const [[asked], [told]] = [
      await listMyHandovers(people[0], undefined),
      await listMyHandovers(people[1], undefined),
    ];
    world.clock.set('2026-12-02T03:00:00Z');
    expect(await listMyHandovers(people[0], undefined)).toEqual([]);
    expect(await listMyHandovers(people[1], undefined)).toEqual([]);
    expect(await codeOf(answerHandover(people[0], { id: asked?.id ?? '', accept: true }))).toBe('conflict');
    expect(await codeOf(giveBackCover(people[1], { id: told?.id ?? '' }))).toBe('too-late-to-cancel');
    expect(await agendaOf(away)).toEqual([ids[0]]);
  });

  it('is arranged by a counsellor for themselves, and by an admin of theirs for whoever can’t; people see that', async () => {
    const { organisationId } = away.actor;
    const admin = await addStaff(world, { role: 'organisation-admin', organisationId });
    const stranger = await addStaff(world, {
      role: 'organisation-admin',
      organisationId: (await addCounsellor(world)).actor.organisationId,
    });
    const plan = { ...AWAY, counsellorId: idOf(away) };
    const wish = {
      counsellorId: idOf(away),
      colleagueId: idOf(colleague),
      appointments: [{ id: ids[0], manner: 'tell' as const }],
    };
    for (const who of [colleague, stranger]) {
      expect(await codeOf(planCover(who, plan))).toBe('not-found');
      expect(await codeOf(arrangeCover(who, wish))).toBe('not-found');
    }
    expect((await planCover(admin, plan)).appointments.map(({ id }) => id)).toEqual(ids);
    await arrangeCover(admin, wish);
    expect(await agendaOf(colleague)).toEqual([ids[0]]);
    expect((await listWhoLooked(people[0], {})).looks).toMatchObject([
      { role: 'organisation-admin', what: 'agenda' },
    ]);
    const theirs = await book('2026-12-03T03:00:00Z', await world.person(), colleague);
    for (const id of [theirs, newId(world.system)])
      expect(await codeOf(arrangeCover(admin, { ...wish, appointments: [{ id, manner: 'ask' }] }))).toBe(
        'not-found',
      );
  });

  it('and bookings of the colleague’s time at the same moment: one wins, and what is lost is lost whole', async () => {
    for (let round = 0; round < 6; round++) {
      const day = `2026-12-${10 + round}`;
      const mine = [await world.person(), await world.person()] as const;
      const going = [await book(`${day}T03:00:00Z`, mine[0]), await book(`${day}T07:00:00Z`, mine[1])];
      const rivals = [await world.person(), await world.person()];
      const wish = {
        colleagueId: idOf(colleague),
        appointments: going.map((id) => ({ id, manner: 'tell' as const })),
      };
      const [arranged, ...booked] = await Promise.all([
        codeOf(arrangeCover(away, wish)),
        ...rivals.map((rival) => codeOf(book(`${day}T07:00:00Z`, rival, colleague))),
      ]);
      const hosts = await world.rows<{ counsellor_id: string }>(
        'SELECT DISTINCT counsellor_id FROM appointment WHERE id = ANY ($1)',
        [going],
      );
      expect(hosts).toEqual([{ counsellor_id: arranged === 'done' ? idOf(colleague) : idOf(away) }]);
      expect(booked.filter((code) => code === 'done')).toHaveLength(arranged === 'done' ? 0 : 1);
    }
  });
});
