import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addCounsellor, createWorld, type World } from '../../testing/index.ts';
import { listFreeSlots, listSoonest } from '../counsellor/index.ts';
import { Failure } from '../kernel/index.ts';
import { bookAppointment } from './book-appointment.ts';
import { getMyAppointment } from './get-my-appointment.ts';
import { holdTime } from './hold-time.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world[Symbol.asyncDispose]());

const HOUR = 3_600_000;
/** A zone, and an instant at which its clocks change. */
const CHANGES: [string, string][] = [
  ['Europe/Berlin', '2027-03-28T01:00:00Z'],
  ['Europe/London', '2027-10-31T01:00:00Z'],
  ['Australia/Lord_Howe', '2027-04-03T15:00:00Z'],
  ['Asia/Beirut', '2027-03-27T22:00:00Z'],
  ['Africa/Cairo', '2027-10-28T21:00:00Z'],
  ['America/Santiago', '2027-04-04T03:00:00Z'],
  ['Asia/Kathmandu', '2027-06-01T18:15:00Z'],
  ['Asia/Yangon', '2027-06-01T17:30:00Z'],
];

/** Any zone at all, on days on which many clocks change. */
const anywhere = fc.constantFrom(...Intl.supportedValuesOf('timeZone'));
const anyChange = fc.tuple(anywhere, fc.constantFrom('2027-03-28T01:00:00Z', '2027-10-31T01:00:00Z'));

const times = fc.constantFrom(
  '00:00',
  '00:20',
  '01:30',
  '02:10',
  '02:30',
  '03:00',
  '09:00',
  '12:45',
  '20:00',
  '22:15',
  '24:00',
);
const scene = fc.record({
  change: fc.oneof(fc.constantFrom(...CHANGES), anyChange),
  hours: fc.uniqueArray(times, { minLength: 2, maxLength: 6 }).map((list) => [...list].sort()),
  lengthMinutes: fc.constantFrom(30, 50, 60),
  stepMinutes: fc.constantFrom(15, 30, 60),
  bufferBeforeMinutes: fc.constantFrom(0, 10),
  bufferAfterMinutes: fc.constantFrom(0, 5, 15),
  noticeMinutes: fc.constantFrom(0, 90),
  horizonDays: fc.constantFrom(2, 60),
  maxPerDay: fc.constantFrom(1, 3, 48),
  zone: anywhere,
  order: fc.array(fc.nat(), { minLength: 6, maxLength: 6 }),
});

it('every time that is offered can be booked one after the other, and whatever is not offered cannot', async () => {
  const days = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
  const nobody = await world.person();
  let booked = 0;
  await fc.assert(
    fc.asyncProperty(scene, async ({ change, hours, zone, order, ...limits }) => {
      const middle = Date.parse(change[1]);
      world.clock.set(new Date(middle - 30 * HOUR).toISOString());
      const rules = [];
      for (let i = 0; i + 1 < hours.length; i += 2) {
        rules.push({ days: [...days], from: hours[i] ?? '', to: hours[i + 1] ?? '' });
      }
      const { actor } = await addCounsellor(world, { ...limits, zone: change[0], rules });
      const window = {
        from: new Date(middle - 24 * HOUR).toISOString(),
        to: new Date(middle + 24 * HOUR).toISOString(),
      };
      const offered = () => listFreeSlots(world.visitor, { counsellorId: actor.staffId, ...window });
      const wish = (startsAt: string) => ({
        counsellorId: actor.staffId,
        startsAt,
        modality: 'video' as const,
        zone,
      });

      for (const pick of order) {
        const slots = await offered();
        const slot = slots[pick % Math.max(1, slots.length)];
        if (!slot) break;
        // Whoever books sees the time in a zone of their own; what is booked is the instant.
        const person = await world.person();
        // Half of them keep it first, as on the pages; then it must be theirs.
        if (pick % 2) await holdTime(person, wish(slot.startsAt));
        const { id } = await bookAppointment(person, wish(slot.startsAt));
        const appointment = await getMyAppointment(person, { id });
        expect([appointment.startsAt, appointment.endsAt]).toEqual([slot.startsAt, slot.endsAt]);
        booked++;
        const starts = new Set((await offered()).map(({ startsAt }) => Date.parse(startsAt)));
        const other = Date.parse(slot.startsAt) + 15 * 60_000;
        if (starts.has(other)) continue;
        const refusal = await bookAppointment(nobody, wish(new Date(other).toISOString())).catch(
          (error) => error,
        );
        expect(refusal).toBeInstanceOf(Failure);
        expect(refusal.code).toBe('slot-taken');
      }
    }),
    { numRuns: Number(process.env.OFFER_RUNS ?? 8) },
  );
  expect(booked).toBeGreaterThan(10);
});

it('the soonest times are those that each calendar offers first, soonest first', async () => {
  world.clock.set('2026-12-01T00:00:00Z');
  const zones = ['Asia/Jakarta', 'Europe/London', 'America/Santiago', 'Asia/Kathmandu'];
  for (const zone of zones) await addCounsellor(world, { zone, languages: ['ms'], noticeMinutes: 300 });
  const late = await addCounsellor(world, {
    languages: ['ms'],
    rules: [{ days: ['MO'], from: '09:00', to: '10:00', validFrom: '2027-01-20' }],
  });
  const soonest = await listSoonest(world.visitor, { locale: 'en', language: 'ms', limit: 20 });
  expect(soonest).toHaveLength(5);
  expect(soonest[4]).toMatchObject({
    counsellor: { id: late.actor.staffId },
    slot: { startsAt: '2027-01-25T02:00:00Z' },
  });
  const starts = soonest.map(({ slot }) => Date.parse(slot.startsAt));
  expect(starts).toEqual(starts.toSorted((a, b) => a - b));
  for (const { counsellor, slot } of soonest.slice(0, 4)) {
    const [first] = await listFreeSlots(world.visitor, {
      counsellorId: counsellor.id,
      from: '2026-12-01T00:00:00Z',
      to: '2026-12-15T00:00:00Z',
    });
    expect(slot).toEqual(first);
  }
  expect(await listSoonest(world.visitor, { locale: 'en', language: 'ms', limit: 2 })).toEqual(
    soonest.slice(0, 2),
  );
});
