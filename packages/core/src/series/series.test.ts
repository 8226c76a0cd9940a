import type { BookSeries } from '@homeward/contracts/series';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  addCounsellor,
  type CounsellorContext,
  canary,
  createWorld,
  type World,
} from '../../testing/index.ts';
import { bookAppointment, cancelAppointment, holdTime, listMyAppointments } from '../booking/index.ts';
import { bookSeries, cancelSeriesFrom, planSeries } from './index.ts';

type PersonContext = Awaited<ReturnType<World['person']>>;

let world: World;
let counsellor: CounsellorContext;
let person: PersonContext;

beforeAll(async () => {
  world = await createWorld({ now: '2026-11-24T01:00:00Z', maxConnections: 16 });
});
afterAll(() => world[Symbol.asyncDispose]());
beforeEach(async () => {
  world.clock.set('2026-11-24T01:00:00Z');
  counsellor = await addCounsellor(world, { horizonDays: 365 });
  person = await world.person();
});

const TUESDAY = '2026-12-01T03:00:00Z';
const first = (startsAt = TUESDAY, at = counsellor) => ({
  counsellorId: at.actor.staffId,
  startsAt,
  modality: 'video' as const,
  zone: 'Asia/Bangkok',
});
const book = (over: Partial<BookSeries> = {}, by = person) =>
  bookSeries(by, {
    count: 4,
    everyWeeks: 1,
    ...over,
    first: { ...first(), callMe: canary('call-me'), ...over.first },
  });
const plan = (over: Partial<Parameters<typeof planSeries>[1]> = {}) => {
  const { zone: _zone, ...asked } = first();
  return planSeries(person, { ...asked, count: 4, everyWeeks: 1, ...over });
};
const booked = async (who = person) =>
  (await listMyAppointments(who, undefined))
    .filter(({ status }) => status === 'booked')
    .map(({ startsAt }) => startsAt)
    .sort();

describe('a series', () => {
  it('is booked every week or every two, each an appointment of its own that is told of once', async () => {
    const { ids } = await book();
    const days = ['2026-12-01', '2026-12-08', '2026-12-15', '2026-12-22'];
    expect(await booked()).toEqual(days.map((day) => `${day}T03:00:00Z`));
    expect(
      await world.rows(
        `SELECT count(*)::integer AS events FROM pgboss.job WHERE data->>'type' = 'appointment.booked' AND data->>'appointmentId' = ANY ($1)`,
        [ids],
      ),
    ).toEqual([{ events: 4 }]);
    const other = await world.person();
    await book({ count: 2, everyWeeks: 2, first: first('2026-12-01T05:00:00Z') }, other);
    expect(await booked(other)).toEqual(['2026-12-01T05:00:00Z', '2026-12-15T05:00:00Z']);
  });

  it('keeps the time on the counsellor’s clock when the clocks change', async () => {
    world.clock.set('2027-03-10T01:00:00Z');
    counsellor = await addCounsellor(world, { zone: 'Europe/London', horizonDays: 365 });
    const startsAt = '2027-03-16T10:00:00Z';
    const dates = await plan({ counsellorId: counsellor.actor.staffId, startsAt, count: 3 });
    const instants = ['2027-03-16T10:00:00Z', '2027-03-23T10:00:00Z', '2027-03-30T09:00:00Z'];
    expect(dates.map((date) => date.startsAt)).toEqual(instants);
    await book({ count: 3, first: first(startsAt) });
    expect(await booked()).toEqual(instants);
  });

  it('is booked whole or not at all, and names the date that cannot be had, which can be left out', async () => {
    await bookAppointment(await world.person(), first('2026-12-15T03:00:00Z'));
    expect((await plan()).map(({ state }) => state)).toEqual(['free', 'free', 'not-free', 'free']);
    await expect(book()).rejects.toMatchObject({
      code: 'slot-taken',
      issues: [{ pointer: '/dates/2', code: 'slot-taken' }],
    });
    expect(await booked()).toEqual([]);
    expect((await plan({ without: [2] })).map(({ state }) => state)[2]).toBe('left-out');
    await book({ without: [2] });
    expect(await booked()).toHaveLength(3);
  });

  it('names a date on which the person has something else', async () => {
    const other = await addCounsellor(world);
    await bookAppointment(person, first('2026-12-08T03:00:00Z', other));
    expect((await plan())[1]?.state).toBe('already-booked-then');
    await expect(book()).rejects.toMatchObject({
      code: 'already-booked-then',
      issues: [{ pointer: '/dates/1' }],
    });
  });

  it('of ten people who want the same one at once is one person’s, whole', async () => {
    const people = await Promise.all(Array.from({ length: 10 }, () => world.person()));
    const results = await Promise.allSettled(people.map((one) => book({}, one)));
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const result of results)
      if (result.status === 'rejected') expect(result.reason).toMatchObject({ code: 'slot-taken' });
    expect(
      await world.rows(
        `SELECT count(DISTINCT person_id)::integer AS people, count(*)::integer AS dates FROM appointment
         WHERE counsellor_id = $1 AND status = 'booked'`,
        [counsellor.actor.staffId],
      ),
    ).toEqual([{ people: 1, dates: 4 }]);
  }, 60_000);

  it('takes a first date that the person held', async () => {
    await holdTime(person, first());
    expect((await plan())[0]?.state).toBe('free');
    await book();
    const rows = await world.rows(
      `SELECT count(DISTINCT series_id)::integer AS series, count(series_id)::integer AS dates FROM appointment WHERE person_id = $1`,
      [person.actor.personId],
    );
    expect(rows).toEqual([{ series: 1, dates: 4 }]);
  });
});

describe('the most that a person may have', () => {
  it('counts a series as one, and is one series at a time', async () => {
    await book({ count: 12 });
    await expect(book({ count: 2, first: first('2026-12-01T05:00:00Z') })).rejects.toMatchObject({
      code: 'too-many-bookings',
    });
    for (const hour of ['04', '05', '06', '07'])
      await bookAppointment(person, first(`2026-12-03T${hour}:00:00Z`));
    await expect(bookAppointment(person, first('2026-12-04T03:00:00Z'))).rejects.toMatchObject({
      code: 'too-many-bookings',
    });
  });

  it('is no series for a newcomer, and none beyond what is open already', async () => {
    const newcomer = await world.person({ newcomer: true });
    await expect(book({}, newcomer)).rejects.toMatchObject({ code: 'not-yet-confirmed' });
    expect(await booked(newcomer)).toEqual([]);
    for (const hour of ['03', '04', '05', '06', '07'])
      await bookAppointment(person, first(`2026-12-03T${hour}:00:00Z`));
    await expect(book()).rejects.toMatchObject({ code: 'too-many-bookings' });
    expect(await booked()).toHaveLength(5);
  });

  it.each([
    [1, []],
    [13, []],
    [2, [1]],
  ])('refuses a series of %s dates without %j', async (count, without) => {
    await expect(book({ count, without })).rejects.toMatchObject({ code: 'invalid-input' });
  });
});

describe('giving back', () => {
  it('is of one, or of this one and the rest; what came before stays', async () => {
    const { ids } = await book();
    await cancelAppointment(person, { id: ids[0] ?? '' });
    expect(await booked()).toHaveLength(3);
    await cancelSeriesFrom(person, { id: ids[2] ?? '' });
    await cancelSeriesFrom(person, { id: ids[2] ?? '' });
    expect(await booked()).toEqual(['2026-12-08T03:00:00Z']);
    await expect(cancelSeriesFrom(await world.person(), { id: ids[1] ?? '' })).rejects.toMatchObject({
      code: 'not-found',
    });
    const { id: alone } = await bookAppointment(person, first('2026-12-03T03:00:00Z'));
    await expect(cancelSeriesFrom(person, { id: alone })).rejects.toMatchObject({ code: 'not-found' });
    world.clock.set('2026-12-08T03:00:00Z');
    await expect(cancelSeriesFrom(person, { id: ids[1] ?? '' })).rejects.toMatchObject({
      code: 'too-late-to-cancel',
    });
  });
});
