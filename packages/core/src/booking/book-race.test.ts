import { afterAll, beforeAll, expect, it } from 'vitest';
import { addCounsellor, createWorld, type World } from '../../testing/index.ts';
import { Failure, newId } from '../kernel/index.ts';
import { bookAny } from './book-any.ts';
import { bookAppointment } from './book-appointment.ts';
import { MOST_OPEN_BOOKINGS } from './booking-rules.ts';
import { cancelAppointment } from './cancel-appointment.ts';
import { holdTime } from './hold-time.ts';
import { rescheduleAppointment } from './reschedule-appointment.ts';

const HOUR = 3_600_000;
const ROUNDS = 200;
const AROUND_THE_CLOCK = [
  {
    days: [
      'MO' as const,
      'TU' as const,
      'WE' as const,
      'TH' as const,
      'FR' as const,
      'SA' as const,
      'SU' as const,
    ],
    from: '00:00',
    to: '24:00' as const,
  },
];

let world: World;
beforeAll(async () => {
  world = await createWorld({ maxConnections: 8 });
});
afterAll(() => world[Symbol.asyncDispose]());

const people = (count: number) => Promise.all(Array.from({ length: count }, () => world.person()));
type Booker = Awaited<ReturnType<World['person']>>;
const iso = (at: number) => new Date(at).toISOString();
const wish = (counsellorId: string, startsAt: number) => ({
  counsellorId,
  startsAt: iso(startsAt),
  modality: 'video' as const,
  zone: 'Asia/Manila',
});

/** Runs all at once and counts what came of it: `booked` or the code of the failure. */
async function tally(attempts: Promise<unknown>[]): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const result of await Promise.allSettled(attempts)) {
    if (result.status === 'rejected' && !(result.reason instanceof Failure)) throw result.reason;
    const outcome = result.status === 'fulfilled' ? 'booked' : result.reason.code;
    counts[outcome] = (counts[outcome] ?? 0) + 1;
  }
  return counts;
}

it('two hundred times, exactly one of eight who book the same time at once gets it', async () => {
  const { actor } = await addCounsellor(world, { rules: AROUND_THE_CLOCK, maxPerDay: 48, horizonDays: 2 });
  const eight = await people(8);
  const first = Date.parse('2026-12-01T00:00:00Z');
  for (let round = 0; round < ROUNDS; round++) {
    const startsAt = first + round * HOUR;
    world.clock.set(iso(startsAt - HOUR / 2));
    const attempts = eight.map((person) => bookAppointment(person, wish(actor.staffId, startsAt)));
    expect(await tally(attempts), `round ${round}`).toEqual({ booked: 1, 'slot-taken': 7 });
  }
  const [made] = await world.rows(
    `SELECT count(*)::int AS appointments, count(DISTINCT lower(period))::int AS times,
       (SELECT count(*)::int FROM pgboss.job WHERE data->>'staffId' = $1::text) AS jobs,
       (SELECT count(*)::int FROM audit_entry JOIN appointment a ON a.id = subject_id
         WHERE action = 'appointment.book' AND a.counsellor_id = $1::uuid) AS audited
     FROM appointment WHERE counsellor_id = $1::uuid AND status = 'booked'`,
    [actor.staffId],
  );
  expect(made).toEqual({ appointments: ROUNDS, times: ROUNDS, jobs: ROUNDS, audited: ROUNDS });
}, 600_000);

it('of twenty who post for one time at once exactly one has it: one row, one event', async () => {
  const { actor } = await addCounsellor(world);
  world.clock.set('2026-12-20T01:00:00Z');
  const startsAt = Date.parse('2026-12-21T03:00:00Z');
  const attempts = (await people(20)).map((person, i) =>
    (i % 2 ? bookAppointment : holdTime)(person, wish(actor.staffId, startsAt)),
  );
  expect(await tally(attempts)).toEqual({ booked: 1, 'slot-taken': 19 });
  const rows = await world.rows<{ status: string; events: number }>(
    `SELECT status, (SELECT count(*)::int FROM pgboss.job WHERE data->>'staffId' = $1::text) AS events
     FROM appointment WHERE counsellor_id = $1::uuid`,
    [actor.staffId],
  );
  expect(rows).toHaveLength(1);
  expect(rows[0]?.events).toBe(rows[0]?.status === 'held' ? 0 : 1);
});

it('a time that somebody has is refused on every way to it, and once it is given back it can be taken on each', async () => {
  const language = 'fr';
  const { actor } = await addCounsellor(world, { languages: [language] });
  world.clock.set('2026-12-20T01:00:00Z');
  const taken = wish(actor.staffId, Date.parse('2026-12-21T03:00:00Z'));
  const other = wish(actor.staffId, Date.parse('2026-12-21T05:00:00Z'));
  const { counsellorId: _, ...anyTime } = { ...taken, who: { language } };
  const ways: Record<string, (person: Booker) => Promise<{ id: string }>> = {
    book: (person) => bookAppointment(person, taken),
    hold: async (person) => {
      await holdTime(person, taken);
      return bookAppointment(person, taken);
    },
    any: (person) => bookAny(person, anyTime),
    move: async (person) => {
      const { id } = await bookAppointment(person, other);
      const { startsAt, zone } = taken;
      const moved = rescheduleAppointment(person, { id, startsAt, zone });
      return moved.catch(async (error) => {
        await cancelAppointment(person, { id });
        throw error;
      });
    },
  };
  for (const [name, take] of Object.entries(ways)) {
    const [holder, stranger] = await people(2);
    if (!holder || !stranger) throw new Error('nobody');
    const { id } = await bookAppointment(holder, taken);
    await expect(take(stranger), name).rejects.toMatchObject({ code: 'slot-taken' });
    await cancelAppointment(holder, { id });
    await cancelAppointment(stranger, { id: (await take(stranger)).id });
  }
});

it('one person who books two counsellors for the same time at once gets one of them', async () => {
  const hosts = [await addCounsellor(world), await addCounsellor(world)];
  world.clock.set('2026-12-20T01:00:00Z');
  const startsAt = Date.parse('2026-12-21T03:00:00Z');
  for (const person of await people(10)) {
    const attempts = hosts.map(({ actor }) => bookAppointment(person, wish(actor.staffId, startsAt)));
    const counts = await tally(attempts);
    expect(counts).toEqual({ booked: 1, 'already-booked-then': 1 });
    for (const result of await Promise.allSettled(attempts)) {
      if (result.status === 'fulfilled') await cancelAppointment(person, { id: result.value.id });
    }
  }
});

it('forty bookings of one person at once never pass the most that one may have', async () => {
  const hosts = await Promise.all(Array.from({ length: 5 }, () => addCounsellor(world)));
  world.clock.set('2026-12-20T01:00:00Z');
  const [person] = await people(1);
  // Every counsellor in turn, so that no two neighbours wait at the same row.
  const attempts = Array.from({ length: 40 }, (_, i) => {
    const host = hosts[i % hosts.length];
    const startsAt = Date.parse('2026-12-21T02:00:00Z') + (i % 8) * HOUR;
    return bookAppointment(person ?? world.system, wish(host?.actor.staffId ?? '', startsAt));
  });
  const { booked } = await tally(attempts);
  expect(booked).toBe(MOST_OPEN_BOOKINGS);
});

it('cancelling and booking the same time at once ends with one appointment or none, never two', async () => {
  const { actor } = await addCounsellor(world);
  world.clock.set('2026-12-20T01:00:00Z');
  const startsAt = Date.parse('2026-12-21T03:00:00Z');
  const [holder, ...others] = await people(4);
  if (!holder) throw new Error('nobody');
  for (let round = 0; round < 15; round++) {
    const { id } = await bookAppointment(holder, wish(actor.staffId, startsAt));
    const [, ...attempts] = await Promise.allSettled([
      cancelAppointment(holder, { id }),
      ...others.map((person) => bookAppointment(person, wish(actor.staffId, startsAt))),
    ]);
    const winners = attempts.filter((attempt) => attempt.status === 'fulfilled');
    expect(winners.length).toBeLessThanOrEqual(1);
    await world.rows(`UPDATE appointment SET status = 'cancelled' WHERE counsellor_id = $1`, [actor.staffId]);
  }
});

it('the database itself refuses the second of two active appointments that overlap with their buffers', async () => {
  const { actor } = await addCounsellor(world);
  const [one, two] = await people(2);
  const insert = (personId: string | undefined, from: string, to: string, buffered: string) =>
    world.rows(
      `INSERT INTO appointment (id, organisation_id, counsellor_id, person_id, reference, status, period, blocked_period, modality, person_zone, created_at)
       VALUES ($1, $2, $3, $4, 'A-1', 'booked', tstzrange($5, $6), tstzrange($5, $7), 'video', 'UTC', now())`,
      [newId(world.system), actor.organisationId, actor.staffId, personId, from, to, buffered],
    );
  await insert(one?.actor.personId, '2026-12-01T00:00:00Z', '2026-12-01T01:00:00Z', '2026-12-01T01:10:00Z');
  await expect(
    insert(two?.actor.personId, '2026-12-01T01:05:00Z', '2026-12-01T02:00:00Z', '2026-12-01T02:00:00Z'),
  ).rejects.toMatchObject({ code: '23P01', constraint: 'appointment_counsellor_free' });
  await insert(two?.actor.personId, '2026-12-01T01:10:00Z', '2026-12-01T02:00:00Z', '2026-12-01T02:00:00Z');
});
