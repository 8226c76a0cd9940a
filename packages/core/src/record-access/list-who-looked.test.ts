import { afterAll, beforeAll, expect, it } from 'vitest';
import { addCounsellor, canary, createWorld, type World } from '../../testing/index.ts';
import { bookAppointment, getAppointmentForCounsellor, listAgenda } from '../booking/index.ts';
import { listWhoLooked } from './list-who-looked.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld({ now: '2026-11-24T01:00:00Z' });
});
afterAll(() => world[Symbol.asyncDispose]());

const week = { from: '2026-11-30T00:00:00Z', to: '2026-12-07T00:00:00Z' };

async function arrange() {
  const counsellor = await addCounsellor(world, { alias: 'Sari' });
  const person = await world.person();
  const { id } = await bookAppointment(person, {
    counsellorId: counsellor.actor.staffId,
    startsAt: '2026-12-01T03:00:00Z',
    modality: 'video',
    zone: 'Asia/Bangkok',
    callMe: canary('call-me'),
  });
  return { counsellor, person, id };
}

it('tells a person who looked, in which role, at what and when, the newest first, and no id of staff', async () => {
  const { counsellor, person, id } = await arrange();
  expect(await listWhoLooked(person, {})).toEqual({ looks: [], before: null });
  await listAgenda(counsellor, week);
  world.clock.advance(60_000);
  await getAppointmentForCounsellor(counsellor, { id });
  const { looks } = await listWhoLooked(person, {});
  const who = {
    name: 'Sari',
    role: 'counsellor',
    organisation: expect.any(String),
    id: expect.any(String),
    emergency: null,
  };
  expect(looks).toEqual([
    { ...who, what: 'appointment', at: '2026-11-24T01:01:00Z' },
    { ...who, what: 'agenda', at: '2026-11-24T01:00:00Z' },
  ]);
  expect(JSON.stringify(looks)).not.toContain(counsellor.actor.staffId);
});

it('tells nobody who looked at another person', async () => {
  const { counsellor } = await arrange();
  await listAgenda(counsellor, week);
  expect((await listWhoLooked(await world.person(), {})).looks).toEqual([]);
});

it('tells everything once, page by page', async () => {
  const { counsellor, person } = await arrange();
  for (let hours = 0; hours < 120; hours++) {
    await listAgenda(counsellor, week);
    world.clock.advance(60 * 60_000);
  }
  const times: string[] = [];
  let before: string | null | undefined;
  const sizes: number[] = [];
  do {
    const page = await listWhoLooked(person, before ? { before } : {});
    times.push(...page.looks.map(({ at }) => at));
    sizes.push(page.looks.length);
    before = page.before;
  } while (before);
  expect(sizes).toEqual([50, 50, 20]);
  expect(new Set(times).size).toBe(120);
  expect(times).toEqual([...times].sort().reverse());
});
