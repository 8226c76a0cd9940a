import type { WishEarlier } from '@homeward/contracts/waiting';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  addCounsellor,
  type CounsellorContext,
  canary,
  createWorld,
  type World,
} from '../../testing/index.ts';
import { bookAppointment, cancelAppointment, holdTime, listMyAppointments } from '../booking/index.ts';
import { setWeeklyHours } from '../counsellor/index.ts';
import {
  declineOffer,
  endWish,
  getMyOffer,
  listMyWishes,
  offerFreeTimes,
  takeOffer,
  wishEarlier,
} from './index.ts';

type Wished = Pick<WishEarlier, 'among' | 'modalities' | 'language' | 'zone'>;
type PersonContext = Awaited<ReturnType<World['person']>>;

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const TEN = '2026-11-25T03:00:00Z';
const ELEVEN = '2026-11-25T04:00:00Z';
const LATER = '2026-12-01T03:00:00Z';
/** One day with two times, at ten and at eleven in Jakarta, and some days with one. */
const RULES = [
  { days: ['WE' as const], from: '10:00', to: '12:00', validUntil: '2026-11-25' },
  { days: ['TU' as const], from: '10:00', to: '11:00', validFrom: '2026-12-01' },
  { days: ['TH' as const], from: '10:00', to: '12:00', validFrom: '2026-12-01' },
];
let world: World;
let counsellor: CounsellorContext;
let holder: PersonContext;
let first: PersonContext;
let second: PersonContext;

beforeAll(async () => {
  world = await createWorld({ now: '2026-11-24T01:00:00Z', maxConnections: 16 });
});
afterAll(() => world[Symbol.asyncDispose]());
beforeEach(async () => {
  world.clock.set('2026-11-24T01:00:00Z');
  await world.rows('UPDATE waiting_wish SET ended_at = created_at WHERE ended_at IS NULL');
  counsellor = await addCounsellor(world, { rules: RULES });
  [holder, first, second] = [await world.person(), await world.person(), await world.person()];
  // Both times of the first day are taken: nobody who waits could come earlier.
  await book(TEN, holder);
  await book(ELEVEN, holder);
});

const book = (startsAt: string, by: PersonContext, at = counsellor, modality: 'video' | 'phone' = 'video') =>
  bookAppointment(by, {
    counsellorId: at.actor.staffId,
    startsAt,
    modality,
    zone: 'Asia/Bangkok',
    callMe: canary('call-me'),
  });
const wish: Wished = { among: 'counsellor', modalities: ['video'], zone: 'Asia/Bangkok' };
/** Books a later time and waits for an earlier one; who asks first has waited longest. */
async function wait(by: PersonContext, startsAt = LATER, over: Partial<Wished> = {}) {
  const { id: appointmentId } = await book(startsAt, by);
  world.clock.advance(1000);
  const { id } = await wishEarlier(by, { appointmentId, ...wish, ...over });
  return { id, appointmentId };
}
const giveBack = async (startsAt: string) => {
  const mine = await listMyAppointments(holder, undefined);
  const one = mine.find(
    (appointment) => appointment.startsAt === startsAt && appointment.status === 'booked',
  );
  await cancelAppointment(holder, { id: one?.id ?? '' });
};
const offersOf = async (who: PersonContext) =>
  (await listMyWishes(who, undefined)).flatMap(({ offerId }) => offerId ?? []);
const take = (who: PersonContext, id: string) => takeOffer(who, { id, zone: 'Asia/Bangkok' });
const booked = async (who: PersonContext) =>
  (await listMyAppointments(who, undefined))
    .filter(({ status }) => status === 'booked')
    .map(({ startsAt }) => startsAt);

describe('a time that frees up', () => {
  it('is offered to who has waited longest, and to nobody else, and books nothing by itself', async () => {
    const { appointmentId } = await wait(first);
    await wait(second, '2026-12-03T03:00:00Z');
    expect(await offerFreeTimes(world.system)).toEqual([]);
    await giveBack(TEN);
    const offers = await offerFreeTimes(world.system);
    expect(offers).toHaveLength(1);
    expect(await offersOf(first)).toEqual(offers);
    // The second may come on the first's day only once that is free.
    expect(await offersOf(second)).toEqual([]);
    expect(await booked(first)).toEqual([LATER]);
    expect(await getMyOffer(first, { id: offers[0] ?? '' })).toMatchObject({
      state: 'open',
      startsAt: TEN,
      modality: 'video',
      instead: { id: appointmentId, startsAt: LATER },
    });
    expect(await offerFreeTimes(world.system)).toEqual([]);
  });

  it('is told to the person in the portal, by ids alone', async () => {
    await wait(first);
    await giveBack(TEN);
    const [offerId] = await offerFreeTimes(world.system);
    const jobs = await world.rows(
      `SELECT data - 'id' AS data FROM pgboss.job WHERE data->>'type' = 'person.told' AND data->>'subjectId' = $1`,
      [offerId],
    );
    const { personId } = first.actor;
    const { organisationId } = counsellor.actor;
    expect(jobs).toEqual([
      { data: { type: 'person.told', kind: 'offer-made', personId, organisationId, subjectId: offerId } },
    ]);
  });

  it('goes to the next after two hours without an answer, or a no; and never to the same twice', async () => {
    await wait(first);
    await wait(second, '2026-12-03T03:00:00Z');
    const third = await world.person();
    await wait(third, '2026-12-03T04:00:00Z');
    await giveBack(TEN);
    await offerFreeTimes(world.system);
    world.clock.advance(2 * HOUR - 1);
    expect(await offerFreeTimes(world.system)).toEqual([]);
    world.clock.advance(1);
    await offerFreeTimes(world.system);
    expect(await offersOf(first)).toEqual([]);
    const [offerId] = await offersOf(second);
    await declineOffer(second, { id: offerId ?? '' });
    await offerFreeTimes(world.system);
    expect(await offersOf(second)).toEqual([]);
    expect(await offersOf(third)).toHaveLength(1);
    world.clock.advance(2 * HOUR);
    expect(await offerFreeTimes(world.system)).toEqual([]);
  });

  it('is offered for whatever reason it is free: a hold that ran out, new hours', async () => {
    await giveBack(TEN);
    await holdTime(second, {
      counsellorId: counsellor.actor.staffId,
      startsAt: TEN,
      modality: 'video',
      zone: 'UTC',
    });
    await wait(first);
    expect(await offerFreeTimes(world.system)).toEqual([]);
    world.clock.advance(10 * MINUTE);
    expect(await offerFreeTimes(world.system)).toHaveLength(1);
    await declineOffer(first, { id: (await offersOf(first))[0] ?? '' });
    await setWeeklyHours(counsellor, { rules: [...RULES, { days: ['SA'], from: '10:00', to: '11:00' }] });
    const [offerId] = await offerFreeTimes(world.system);
    expect(await getMyOffer(first, { id: offerId ?? '' })).toMatchObject({
      startsAt: '2026-11-28T03:00:00Z',
    });
  });

  it('is offered only where it suits: earlier, in a way they chose, and over nothing of their own', async () => {
    const { id } = await wait(first, LATER, { modalities: ['phone'] });
    const elsewhere = await addCounsellor(world);
    await book('2026-11-25T04:00:00Z', first, elsewhere);
    await setWeeklyHours(counsellor, {
      rules: [
        { days: ['WE'], from: '10:00', to: '11:00', modalities: ['video'] },
        { days: ['WE'], from: '11:00', to: '12:00' },
        { days: ['TU'], from: '10:00', to: '11:00', validFrom: '2026-12-01' },
        { days: ['FR'], from: '10:00', to: '11:00', validFrom: '2026-12-04' },
      ],
    });
    await giveBack(TEN);
    await giveBack(ELEVEN);
    // Ten is by video, eleven is their own elsewhere, Friday is later.
    expect(await offerFreeTimes(world.system)).toEqual([]);
    await endWish(first, { id });
  });

  it('is offered of anybody of the same practice who speaks the language, where that was wished', async () => {
    const legal = await addCounsellor(world, { practice: 'legal', languages: ['my'] });
    const other = await addCounsellor(world, {
      practice: 'health',
      languages: ['my'],
      rules: [{ days: ['SU'], from: '10:00', to: '11:00' }],
    });
    const same = await addCounsellor(world, { practice: 'health', languages: ['fr'] });
    await world.rows(`UPDATE counsellor SET practice = 'health' WHERE id = $1`, [counsellor.actor.staffId]);
    await wait(first, LATER, { among: 'practice', language: 'my' });
    const [offerId] = await offerFreeTimes(world.system);
    const offer = await getMyOffer(first, { id: offerId ?? '' });
    expect(offer).toMatchObject({
      counsellor: { id: other.actor.staffId },
      startsAt: '2026-11-29T03:00:00Z',
    });
    expect([legal, same].map((one) => one.actor.staffId)).not.toContain(offer.counsellor.id);
    await take(first, offerId ?? '');
    expect(await listMyAppointments(first, undefined)).toMatchObject(
      [
        { status: 'booked', startsAt: '2026-11-29T03:00:00Z' },
        { status: 'cancelled', startsAt: LATER },
      ].sort((a, b) => b.startsAt.localeCompare(a.startsAt)),
    );
  });
});

describe('taking an offer', () => {
  it('moves to that time: one appointment before, one after, and the old time is free', async () => {
    await wait(first);
    await giveBack(TEN);
    const [offerId = ''] = await offerFreeTimes(world.system);
    const taken = await take(first, offerId);
    expect(await booked(first)).toEqual([TEN]);
    expect(await take(first, offerId)).toEqual(taken);
    expect(await booked(first)).toEqual([TEN]);
    expect(await listMyWishes(first, undefined)).toEqual([]);
    expect((await getMyOffer(first, { id: offerId })).state).toBe('taken');
    await book(LATER, second);
  });

  it('by two at once, after one let theirs lie: one gets it, the other keeps what they have', async () => {
    for (let round = 0; round < 5; round++) {
      world.clock.set('2026-11-24T01:00:00Z');
      counsellor = await addCounsellor(world, { rules: RULES });
      const [one, two] = [await world.person(), await world.person()];
      const third = await world.person();
      const { id: early10 } = await book(TEN, third);
      await book(ELEVEN, third);
      await wait(one);
      await wait(two, '2026-12-03T03:00:00Z');
      await cancelAppointment(third, { id: early10 });
      const [early = ''] = await offerFreeTimes(world.system);
      world.clock.advance(2 * HOUR);
      const [late = ''] = await offerFreeTimes(world.system);
      const results = await Promise.allSettled([take(one, early), take(two, late)]);
      expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      for (const result of results)
        if (result.status === 'rejected') expect(result.reason).toMatchObject({ code: 'slot-taken' });
      expect(
        [...(await booked(one)), ...(await booked(two))].filter((startsAt) => startsAt === TEN),
      ).toHaveLength(1);
      expect(await booked(one)).toHaveLength(1);
      expect(await booked(two)).toHaveLength(1);
    }
  }, 60_000);

  it('is refused kindly when somebody booked it: it was not held, and the page says it is gone', async () => {
    await wait(first);
    await giveBack(TEN);
    const [offerId = ''] = await offerFreeTimes(world.system);
    await book(TEN, second);
    expect((await getMyOffer(first, { id: offerId })).state).toBe('gone');
    await expect(take(first, offerId)).rejects.toMatchObject({ code: 'slot-taken' });
    expect(await booked(first)).toEqual([LATER]);
  });

  it('is nobody else’s: an offer of another answers like one that never was', async () => {
    await wait(first);
    await giveBack(TEN);
    const [id = ''] = await offerFreeTimes(world.system);
    for (const deed of [
      () => getMyOffer(second, { id }),
      () => declineOffer(second, { id }),
      () => take(second, id),
    ])
      await expect(deed()).rejects.toMatchObject({ code: 'not-found', message: 'there is no such offer' });
  });
});

describe('a wish', () => {
  it('ends when the person says so, when the appointment begins, and when it is given back', async () => {
    const { id, appointmentId } = await wait(first);
    await endWish(first, { id });
    await endWish(first, { id });
    await wishEarlier(first, { appointmentId, ...wish });
    await wishEarlier(first, { appointmentId, ...wish });
    expect(await listMyWishes(first, undefined)).toHaveLength(1);
    await cancelAppointment(first, { id: appointmentId });
    await giveBack(TEN);
    expect(await offerFreeTimes(world.system)).toEqual([]);
    const again = await wait(second);
    world.clock.set(LATER);
    expect(await listMyWishes(second, undefined)).toEqual([]);
    await expect(wishEarlier(second, { appointmentId: again.appointmentId, ...wish })).rejects.toMatchObject({
      code: 'too-late-to-cancel',
    });
    await expect(endWish(first, { id: again.id })).rejects.toMatchObject({ code: 'not-found' });
  });

  it('for a counsellor without a free time is answered by the first that there is, and booked like any other', async () => {
    await wishEarlier(first, { counsellorId: counsellor.actor.staffId, ...wish });
    await setWeeklyHours(counsellor, {
      rules: [{ days: ['WE'], from: '10:00', to: '12:00', validUntil: '2026-11-25' }],
    });
    expect(await offerFreeTimes(world.system)).toEqual([]);
    await giveBack(ELEVEN);
    const [offerId = ''] = await offerFreeTimes(world.system);
    expect(await getMyOffer(first, { id: offerId })).toMatchObject({ instead: null, startsAt: ELEVEN });
    await take(first, offerId);
    expect(await booked(first)).toEqual([ELEVEN]);
  });

  it('leaves nothing to offer when its person is gone', async () => {
    await wait(first);
    await world.rows(`DELETE FROM appointment WHERE person_id = $1`, [first.actor.personId]);
    expect(await world.rows('SELECT FROM waiting_wish WHERE person_id = $1', [first.actor.personId])).toEqual(
      [],
    );
  });
});
