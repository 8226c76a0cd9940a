import { FoundCounsellors } from '@homeward/contracts/counsellor';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addCounsellor, type CounsellorContext, createWorld, type World } from '../../testing/index.ts';
import { bookAppointment } from '../booking/index.ts';
import { type Context, newId } from '../kernel/index.ts';
import { findCounsellors } from './find-counsellors.ts';
import { hoursApart } from './hours-apart.ts';
import { listCounsellors } from './list-counsellors.ts';
import { listSoonest } from './list-soonest.ts';

// Tuesday, eight in the morning in Jakarta.
const NOW = '2026-11-24T01:00:00Z';

let world: World;
let nurse: CounsellorContext;
let lawyer: CounsellorContext;
let talker: CounsellorContext;
let known: CounsellorContext;
beforeAll(async () => {
  world = await createWorld({ now: NOW });
  const day = { days: ['TU' as const, 'WE' as const, 'TH' as const] };
  nurse = await addCounsellor(world, {
    alias: 'Ayu',
    practice: 'health',
    gender: 'woman',
    topics: ['sleep', 'health'],
    languages: ['id', 'my'],
    modalities: ['in-person', 'video'],
    rules: [
      { ...day, from: '11:00', to: '12:00', modalities: ['video'] },
      { ...day, from: '15:00', to: '16:00', modalities: ['in-person'] },
    ],
  });
  lawyer = await addCounsellor(world, {
    alias: 'Citra',
    practice: 'legal',
    gender: 'man',
    topics: ['papers'],
    languages: ['id', 'th'],
    modalities: ['phone', 'chat'],
    rules: [{ ...day, from: '09:00', to: '10:00' }],
  });
  talker = await addCounsellor(world, {
    alias: 'Bima',
    country: 'GB',
    zone: 'Europe/London',
    languages: ['en'],
    rules: [],
  });
  known = await addCounsellor(world, { alias: 'Dewi', gender: 'woman', acceptsNewcomers: false });
});
afterAll(() => world[Symbol.asyncDispose]());

const find = (
  wishes: Partial<Parameters<typeof findCounsellors>[1]> = {},
  context: Context = world.visitor,
) => findCounsellors(context, { locale: 'en', ...wishes });
const names = async (wishes: Parameters<typeof find>[0], context?: Context) =>
  (await find(wishes, context)).people.map(({ counsellor }) => counsellor.alias);

describe('whoever looks for somebody', () => {
  it('finds medical and legal help as it finds a talk, by each wish alone and together', async () => {
    expect(await names({ practice: 'health' })).toEqual(['Ayu']);
    expect(await names({ practice: 'legal' })).toEqual(['Citra']);
    expect(await names({ practice: 'counselling' })).toEqual(['Bima']);
    expect(await names({ gender: 'woman' })).toEqual(['Ayu']);
    expect(await names({ topic: 'papers' })).toEqual(['Citra']);
    expect(await names({ language: 'th' })).toEqual(['Citra']);
    expect(await names({ modality: 'chat' })).toEqual(['Citra']);
    expect(await names({ organisationId: nurse.actor.organisationId })).toEqual(['Ayu']);
    expect(await names({ country: 'GB' })).toEqual(['Bima']);
    expect(await names({ near: 'Asia/Bangkok' })).toEqual(['Citra', 'Ayu']);
    const together = { practice: 'health', gender: 'woman', topic: 'sleep', language: 'my' } as const;
    expect(await names({ ...together, modality: 'in-person', near: 'Asia/Yangon' })).toEqual(['Ayu']);
  });

  it('sees who is free soonest first and who has no free time last, or everybody by name', async () => {
    const soonest = await find();
    expect(soonest.people.map(({ counsellor, slot }) => [counsellor.alias, slot?.startsAt ?? null])).toEqual([
      ['Citra', '2026-11-24T02:00:00Z'],
      ['Ayu', '2026-11-24T04:00:00Z'],
      ['Bima', null],
    ]);
    expect(await names({ sort: 'name' })).toEqual(['Ayu', 'Bima', 'Citra']);
    const first = await find({ limit: 1 });
    expect([first.people.length, first.total]).toEqual([1, 3]);
    expect(FoundCounsellors.parse(soonest)).toEqual(soonest);
  });

  it('is shown the next time in the wished way, not the next time at all, and all ways of whom it is', async () => {
    const [inPerson] = (await find({ modality: 'in-person' })).people;
    expect(inPerson?.slot).toMatchObject({ startsAt: '2026-11-24T08:00:00Z', modalities: ['in-person'] });
    expect(inPerson?.counsellor.modalities).toEqual(['in-person', 'video']);
    const [soonest] = await listSoonest(world.visitor, { locale: 'en', modality: 'in-person' });
    expect(soonest?.slot).toEqual(inPerson?.slot);
  });

  it('learns, when nobody fits, which wish to leave out and how many that would find', async () => {
    const { people, total, without } = await find({ practice: 'legal', gender: 'woman', language: 'th' });
    expect([people, total]).toEqual([[], 0]);
    expect(without).toEqual([{ wish: 'gender', count: 1 }]);
    expect((await find({ language: 'zz', country: 'ZZ' })).without).toEqual([]);
    expect((await find({ gender: 'woman' })).without).toEqual([]);
  });

  it('finds nobody, and no choice or count of them, who takes nobody new, until somebody knows them', async () => {
    const newcomer = await world.person({ newcomer: true });
    for (const context of [world.visitor, newcomer]) {
      const all = await find({}, context);
      expect([all.total, JSON.stringify(all).includes(known.actor.staffId)]).toEqual([3, false]);
      expect(JSON.stringify(all.choices)).not.toContain(known.actor.organisationId);
      const wishes = { organisationId: known.actor.organisationId, gender: 'man' } as const;
      expect((await find(wishes, context)).without).toEqual([{ wish: 'organisationId', count: 1 }]);
      expect(await listCounsellors(context, { locale: 'en', gender: 'woman' })).toHaveLength(1);
    }
    const confirmed = await world.person();
    expect(await names({ gender: 'woman' }, confirmed)).toContain('Dewi');
  });

  it('can choose from the languages, countries and organisations that there are', async () => {
    const { choices } = await find({ practice: 'legal' });
    expect(choices.languages).toEqual(['en', 'id', 'my', 'th']);
    expect(choices.countries).toEqual(['GB', 'ID']);
    expect(choices.organisations.map(({ id }) => id).sort()).toEqual(
      [nurse, lawyer, talker].map(({ actor }) => actor.organisationId).sort(),
    );
  });

  it('is not offered as next time what they have booked with somebody else', async () => {
    const person = await world.person();
    const booking = { startsAt: '2026-11-24T04:00:00Z', modality: 'video' as const, zone: 'Asia/Jakarta' };
    await bookAppointment(person, { counsellorId: nurse.actor.staffId, ...booking });
    const [next] = (await find({ practice: 'health' }, person)).people;
    expect(next?.slot?.startsAt).toBe('2026-11-24T08:00:00Z');
  });

  it('can’t ask for more at once than a page, nor by a wish that there is none', async () => {
    for (const wrong of [{ limit: 61 }, { near: 'Nowhere' }, { gender: 'any' }, { id: newId(world.system) }])
      await expect(find(wrong as object)).rejects.toMatchObject({ code: 'invalid-input' });
  });
});

it('counts clocks as near across the date line and at half hours', () => {
  const apart = hoursApart(Date.parse(NOW));
  expect(apart('Pacific/Kiritimati', 'Pacific/Honolulu')).toBe(0);
  expect(apart('Asia/Kathmandu', 'Asia/Jakarta')).toBe(1.25);
  expect(apart('Europe/London', 'Pacific/Auckland')).toBe(11);
});
