import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addCounsellor, createWorld, type World } from '../../testing/index.ts';
import { bookAppointment, listOutsideHours } from '../booking/index.ts';
import { newId } from '../kernel/index.ts';
import {
  addTimeOff,
  getCounsellor,
  getMyFreeTimes,
  getMyProfile,
  listFreeSlots,
  listHolidayCountries,
  listHolidays,
  removeOverride,
  removeTimeOff,
  setHolidays,
  setLimits,
  setOverride,
  setProfile,
  setWeeklyHours,
  workOnHoliday,
} from './index.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld({ now: '2026-11-24T01:00:00Z' });
});
beforeEach(() => world.clock.set('2026-11-24T01:00:00Z'));
afterAll(() => world[Symbol.asyncDispose]());

const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR'] as const;
const morning = { days: [...weekdays], from: '09:00', to: '11:00' };
const arrange = (settings = {}) => addCounsellor(world, { rules: [morning], ...settings });
type Mine = Awaited<ReturnType<typeof arrange>>;
const starts = async ({ actor }: Mine, from: string, to: string) => {
  const slots = await listFreeSlots(world.visitor, { counsellorId: actor.staffId, from, to });
  return slots.map(({ startsAt }) => startsAt);
};
const monday = ['2026-11-30T00:00:00Z', '2026-12-01T00:00:00Z'] as const;
const profile = {
  alias: 'Sari',
  practice: 'legal' as const,
  languages: ['id', 'th'],
  topics: ['papers' as const, 'legal' as const],
  modalities: ['chat' as const, 'video' as const],
  gender: null,
  area: 'Medan',
  about: [
    { language: 'id', text: 'Pelan-pelan.' },
    { language: 'th', text: 'ค่อย ๆ' },
  ],
  acceptsNewcomers: true,
  confirmsByHand: true,
};

describe('a counsellor says', () => {
  it('what people see of them, and people see just that', async () => {
    const mine = await arrange();
    const saved = await setProfile(mine, profile);
    expect(saved).toMatchObject({ ...profile, topics: ['papers', 'legal'] });
    const { about, acceptsNewcomers: _, ...seen } = profile;
    expect(await getCounsellor(world.visitor, { id: mine.actor.staffId, locale: 'th' })).toMatchObject({
      ...seen,
      topics: ['papers', 'legal'],
      about: about[1],
    });
    expect((await setProfile(mine, { ...profile, gender: 'woman' })).gender).toBe('woman');
  });

  it('that they take nobody new, and strangers find them no more', async () => {
    const mine = await arrange();
    await setProfile(mine, { ...profile, acceptsNewcomers: false });
    const gone = getCounsellor(world.visitor, { id: mine.actor.staffId, locale: 'en' });
    await expect(gone).rejects.toMatchObject({ code: 'not-found' });
  });

  it('limits, within bounds that make sense, and free times follow', async () => {
    const mine = await arrange();
    const { limits } = await getMyProfile(mine, undefined);
    await setLimits(mine, { ...limits, lengthMinutes: 30, stepMinutes: 30, noticeMinutes: 0 });
    expect(await starts(mine, ...monday)).toHaveLength(4);
    await setLimits(mine, { ...limits, horizonDays: 1 });
    expect(await starts(mine, ...monday)).toEqual([]);
    expect(await getMyFreeTimes(mine, undefined)).toEqual({ count: 2, soonest: '2026-11-24T02:00:00Z' });
    const refused = { code: 'invalid-input' };
    for (const wrong of [
      { lengthMinutes: 5 },
      { stepMinutes: 0 },
      { horizonDays: 400 },
      { maxPerDay: 0 },
      { longestRunMinutes: 30 },
    ])
      await expect(setLimits(mine, { ...limits, ...wrong }), JSON.stringify(wrong)).rejects.toMatchObject(
        refused,
      );
  });
});

describe('other hours on a date', () => {
  it('replace the weekly ones, can be none, and are taken back', async () => {
    const mine = await arrange();
    const date = '2026-11-30';
    const saved = await setOverride(mine, {
      date,
      hours: [{ from: '20:00', to: '21:00', modalities: ['phone'] }],
    });
    expect(saved.overrides).toEqual([
      { date, hours: [{ from: '20:00', to: '21:00', modalities: ['phone'] }] },
    ]);
    expect(await starts(mine, ...monday)).toEqual(['2026-11-30T13:00:00Z']);
    await setOverride(mine, { date, hours: [] });
    expect(await starts(mine, ...monday)).toEqual([]);
    expect((await removeOverride(mine, { date })).overrides).toEqual([]);
    expect(await starts(mine, ...monday)).toHaveLength(2);
  });

  it('must be ones: no overlap, no end before the beginning, no way that is not offered, no day that is over', async () => {
    const mine = await arrange();
    const wrong = setOverride(mine, {
      date: '2026-11-30',
      hours: [
        { from: '09:00', to: '12:00' },
        { from: '18:00', to: '17:00', modalities: ['in-person'] },
        { from: '11:30', to: '13:00' },
      ],
    });
    await expect(wrong).rejects.toMatchObject({
      issues: [
        { pointer: '/hours/1/to', code: 'ends-too-early' },
        { pointer: '/hours/1/modalities', code: 'not-offered' },
        { pointer: '/hours/2/from', code: 'overlap' },
      ],
    });
    for (const date of ['2026-11-23', '2028-11-30'])
      await expect(setOverride(mine, { date, hours: [] })).rejects.toMatchObject({
        issues: [{ code: 'wrong-date' }],
      });
  });
});

describe('time off', () => {
  it('is whole days, or from a time to a time, on their own wall, and the clock of their zone decides', async () => {
    const mine = await arrange({ zone: 'Europe/Berlin' });
    await addTimeOff(mine, { from: { date: '2027-03-27' }, until: { date: '2027-03-28' } });
    const saved = await addTimeOff(mine, {
      from: { date: '2026-12-01', time: '09:30' },
      until: { date: '2026-12-01', time: '10:00' },
    });
    // The 28th of March is an hour shorter in Berlin.
    expect(saved.timeOff.map(({ startsAt, endsAt }) => [startsAt, endsAt])).toEqual([
      ['2026-12-01T08:30:00Z', '2026-12-01T09:00:00Z'],
      ['2027-03-26T23:00:00Z', '2027-03-28T22:00:00Z'],
    ]);
    expect(await starts(mine, '2026-12-01T00:00:00Z', '2026-12-02T00:00:00Z')).toEqual([
      '2026-12-01T09:00:00Z',
    ]);
  });

  it('is taken back, by nobody but them', async () => {
    const [mine, other] = [await arrange(), await arrange()];
    const day = { date: '2026-11-30' };
    const [off] = (await addTimeOff(mine, { from: day, until: day })).timeOff;
    const id = off?.id ?? '';
    for (const unknown of [id, newId(world.system)])
      await expect(removeTimeOff(other, { id: unknown })).rejects.toMatchObject({ code: 'not-found' });
    expect(await starts(mine, ...monday)).toEqual([]);
    expect((await removeTimeOff(mine, { id })).timeOff).toEqual([]);
    expect(await starts(mine, ...monday)).toHaveLength(2);
  });

  it.each([
    [{ date: '2026-12-02' }, { date: '2026-12-01' }, 'ends-too-early'],
    [{ date: '2026-12-01', time: '10:00' }, { date: '2026-12-01', time: '10:00' }, 'ends-too-early'],
    [{ date: '2026-11-01' }, { date: '2026-11-02' }, 'over'],
    [{ date: '2026-12-01' }, { date: '2028-12-01' }, 'too-long'],
  ])('from %j until %j is none', async (from, until, code) => {
    await expect(addTimeOff(await arrange(), { from, until })).rejects.toMatchObject({ issues: [{ code }] });
  });
});

describe('public holidays', () => {
  it('are off in their country and region, until they work on one, and named in the reader’s language', async () => {
    const mine = await arrange({ zone: 'Asia/Bangkok', country: 'TH' });
    const tenth = ['2026-12-10T00:00:00Z', '2026-12-11T00:00:00Z'] as const;
    expect(await starts(mine, ...tenth)).toHaveLength(2);
    await setHolidays(mine, { country: 'TH', region: null });
    expect(await starts(mine, ...tenth)).toEqual([]);
    const listed = await listHolidays(mine, { locale: 'th' });
    expect(listed).toContainEqual({ date: '2026-12-10', name: 'วันรัฐธรรมนูญ', worked: false, hasHours: true });
    // A Saturday, on which they have no hours: there is nothing to work.
    expect(listed).toContainEqual(expect.objectContaining({ date: '2026-12-05', hasHours: false }));
    expect(listed.every(({ date }) => date >= '2026-11-24' && date <= '2027-11-24')).toBe(true);
    await workOnHoliday(mine, { date: '2026-12-10' });
    expect(await starts(mine, ...tenth)).toHaveLength(2);
    expect(await listHolidays(mine, { locale: 'en' })).toContainEqual(
      expect.objectContaining({ date: '2026-12-10', worked: true }),
    );
    await removeOverride(mine, { date: '2026-12-10' });
    expect(await starts(mine, ...tenth)).toEqual([]);
    await setHolidays(mine, { country: null, region: null });
    expect(await starts(mine, ...tenth)).toHaveLength(2);
    expect(await listHolidays(mine, { locale: 'en' })).toEqual([]);
  });

  it('of several days are off on each of them', async () => {
    const mine = await arrange({ zone: 'Asia/Ho_Chi_Minh', country: 'VN' });
    await setHolidays(mine, { country: 'VN', region: null });
    world.clock.set('2027-02-01T00:00:00Z');
    const listed = (await listHolidays(mine, { locale: 'en' })).map(({ date }) => date);
    expect(listed).toEqual(expect.arrayContaining(['2027-02-05', '2027-02-08', '2027-02-09']));
    expect(await starts(mine, '2027-02-08T00:00:00Z', '2027-02-09T00:00:00Z')).toEqual([]);
  });

  it('are known for a list of countries, some with regions; no other can be chosen', async () => {
    const mine = await arrange();
    const { countries, regions } = await listHolidayCountries(mine, { country: 'MY', locale: 'en' });
    expect(countries).toEqual(expect.arrayContaining(['TH', 'ID', 'MY', 'VN', 'GB']));
    expect(regions).toContainEqual({ code: '07', name: 'Penang' });
    expect((await setHolidays(mine, { country: 'MY', region: '07' })).holidays).toEqual({
      country: 'MY',
      region: '07',
    });
    for (const wrong of [
      { country: 'XX', region: null },
      { country: 'MY', region: 'constructor' },
      { country: null, region: '07' },
    ])
      await expect(setHolidays(mine, wrong)).rejects.toMatchObject({ code: 'invalid-input' });
  });

  it('that are none, or have no hours, are not worked', async () => {
    const mine = await arrange({ country: 'TH', zone: 'Asia/Bangkok' });
    await setHolidays(mine, { country: 'TH', region: null });
    for (const date of ['2026-12-09', '2026-12-05'])
      await expect(workOnHoliday(mine, { date })).rejects.toMatchObject({
        issues: [{ code: 'not-a-holiday' }],
      });
  });
});

describe('what is booked', () => {
  it('stays booked when the hours change, and its counsellor is told which lie outside and why', async () => {
    const mine = await arrange();
    const book = async (startsAt: string) =>
      bookAppointment(await world.person(), {
        counsellorId: mine.actor.staffId,
        startsAt,
        modality: 'video',
        zone: 'Asia/Jakarta',
      });
    const inTimeOff = await book('2026-11-30T02:00:00Z');
    const outside = await book('2026-12-01T03:00:00Z');
    const onHoliday = await book('2026-12-25T02:00:00Z');
    await book('2026-12-02T02:00:00Z');
    expect(await listOutsideHours(mine, undefined)).toEqual([]);
    await addTimeOff(mine, { from: { date: '2026-11-30' }, until: { date: '2026-11-30' } });
    await setWeeklyHours(mine, { rules: [{ ...morning, to: '10:00' }] });
    await setHolidays(mine, { country: 'ID', region: null });
    expect((await listOutsideHours(mine, undefined)).map(({ id, why, status }) => [id, why, status])).toEqual(
      [
        [inTimeOff.id, 'time-off', 'booked'],
        [outside.id, 'hours', 'booked'],
        [onHoliday.id, 'holiday', 'booked'],
      ],
    );
    expect(await listOutsideHours(await arrange(), undefined)).toEqual([]);
  });
});
