import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addCounsellor, type CounsellorContext, createWorld, type World } from '../../testing/index.ts';
import { listAnyTimes } from '../counsellor/index.ts';
import { Failure, systemRandom } from '../kernel/index.ts';
import { bookAny } from './book-any.ts';
import { bookAppointment } from './book-appointment.ts';
import { inFairOrder } from './find-any.ts';
import { getMyAppointment } from './get-my-appointment.ts';
import { holdAny } from './hold-any.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld({ maxConnections: 10 });
});
beforeEach(() => world.clock.set('2026-11-24T01:00:00Z'));
afterAll(() => world[Symbol.asyncDispose]());

const at = (day: number, hour = 3) =>
  `2026-12-${String(day).padStart(2, '0')}T${String(hour).padStart(2, '0')}:00:00Z`;
/** Each test looks among counsellors of its own: those who speak a language of its own. */
const wish = (language: string, startsAt: string) => ({
  who: { language },
  startsAt,
  modality: 'video' as const,
  zone: 'Asia/Bangkok',
});
const some = (count: number, language: string, more = {}): Promise<CounsellorContext[]> =>
  Promise.all(Array.from({ length: count }, () => addCounsellor(world, { languages: [language], ...more })));
const people = (count: number) => Promise.all(Array.from({ length: count }, () => world.person()));

describe('a time with anybody', () => {
  it('goes to exactly as many as there are free counsellors, all different, twenty times', async () => {
    await some(3, 'my');
    const eight = await people(8);
    for (let round = 0; round < 20; round++) {
      const startsAt = at(1 + round);
      world.clock.set(new Date(Date.parse(startsAt) - 3_600_000).toISOString());
      const made = await Promise.allSettled(eight.map((person) => bookAny(person, wish('my', startsAt))));
      const won = made.flatMap((one) => (one.status === 'fulfilled' ? [one.value.counsellorId] : []));
      for (const one of made)
        if (one.status === 'rejected') expect(one.reason).toMatchObject({ code: 'slot-taken' });
      expect(won, `round ${round}`).toHaveLength(3);
      expect(new Set(won).size).toBe(3);
    }
  }, 300_000);

  it('is with somebody who fits, in the language that was asked for, and the same when asked twice', async () => {
    const [fits] = await some(1, 'zh-Hant', { practice: 'legal', gender: 'woman', topics: ['papers'] });
    await some(2, 'zh-Hant', { practice: 'legal', gender: 'man' });
    await some(1, 'zh-Hant', { practice: 'health', gender: 'woman' });
    const person = await world.person();
    const who = { language: 'zh', practice: 'legal', gender: 'woman', topic: 'papers' } as const;
    const booked = await bookAny(person, { ...wish('zh', at(1)), who });
    expect(booked.counsellorId).toBe(fits?.actor.staffId);
    expect(await getMyAppointment(person, { id: booked.id })).toMatchObject({ language: 'zh-Hant' });
    expect(await bookAny(person, { ...wish('zh', at(1)), who })).toEqual(booked);
    await expect(bookAny(await world.person(), { ...wish('zh', at(1)), who })).rejects.toMatchObject({
      code: 'slot-taken',
    });
  });

  it('can be held first, and is then booked with the one who was found', async () => {
    await some(2, 'vi');
    const person = await world.person();
    const held = await holdAny(person, wish('vi', at(1)));
    expect(await holdAny(person, wish('vi', at(1)))).toEqual(held);
    const { counsellorId } = held;
    const rest = { startsAt: at(1), modality: 'video' as const, zone: 'Asia/Bangkok' };
    expect(await bookAppointment(person, { counsellorId, ...rest })).toEqual({ id: held.id });
  });

  it('is offered when somebody is free, each time once, and can be booked', async () => {
    const zones = ['Asia/Jakarta', 'Asia/Kathmandu', 'Europe/London'];
    for (const zone of zones) await addCounsellor(world, { languages: ['tl'], zone });
    const person = await world.person();
    const window = { from: at(1, 0), to: at(2, 0) };
    const offered = await listAnyTimes(person, { who: { language: 'tl' }, modality: 'video', ...window });
    const starts = offered.map(({ startsAt }) => startsAt);
    expect(starts).toEqual([...new Set(starts)].toSorted());
    expect(starts.length).toBeGreaterThan(16);
    for (const startsAt of starts.filter((_, i) => i % 8 === 0))
      expect(await bookAny(await world.person(), wish('tl', startsAt))).toMatchObject({
        id: expect.any(String),
      });
  });

  it('evens out: of many bookings each of those who fit gets their share', async () => {
    const hosts = await some(3, 'km');
    const counts = new Map<string, number>();
    for (let i = 0; i < 6; i++) {
      const { counsellorId } = await bookAny(await world.person(), wish('km', at(1 + i)));
      counts.set(counsellorId, (counts.get(counsellorId) ?? 0) + 1);
    }
    expect([...counts.values()]).toEqual(hosts.map(() => 2));
  });

  it('is refused as any other is when it is the person who may not', async () => {
    await some(2, 'lo');
    const person = await world.person();
    const { actor } = await addCounsellor(world);
    await bookAppointment(person, {
      counsellorId: actor.staffId,
      startsAt: at(1),
      modality: 'phone',
      zone: 'UTC',
    });
    const refusal = await bookAny(person, wish('lo', at(1))).catch((error) => error);
    expect(refusal).toBeInstanceOf(Failure);
    expect(refusal.code).toBe('already-booked-then');
  });
});

it('the fair order is who answers at once, who has least to do, who was chosen longest ago, then by lot', () => {
  const load = (id: string, coming: number, lastTaken: number, confirmsByHand = false) => ({
    id,
    coming,
    lastTaken,
    confirmsByHand,
  });
  const loads = [load('d', 0, 0, true), load('c', 2, 0), load('b', 1, 9), load('a', 1, 5)];
  expect(inFairOrder(loads, systemRandom).map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd']);
  const firsts = new Set(
    Array.from({ length: 60 }, () => inFairOrder([load('x', 0, 0), load('y', 0, 0)], systemRandom)[0]?.id),
  );
  expect(firsts).toEqual(new Set(['x', 'y']));
});
