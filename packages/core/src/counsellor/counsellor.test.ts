import { MyProfile } from '@homeward/contracts/availability';
import { Counsellor } from '@homeward/contracts/counsellor';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addCounsellor, createWorld, type World } from '../../testing/index.ts';
import { bookAppointment } from '../booking/index.ts';
import { newId } from '../kernel/index.ts';
import { createCounsellor } from './create-counsellor.ts';
import { getCounsellor } from './get-counsellor.ts';
import { getMyProfile } from './get-my-profile.ts';
import { listCounsellors } from './list-counsellors.ts';
import { listFreeSlots } from './list-free-slots.ts';
import { listSoonest } from './list-soonest.ts';
import { setMeetingDetails } from './set-meeting-details.ts';
import { setWeeklyHours } from './set-weekly-hours.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld({ now: '2026-11-24T01:00:00Z' });
});
afterAll(() => world[Symbol.asyncDispose]());

const monday = { from: '2026-11-30T00:00:00Z', to: '2026-12-01T00:00:00Z' };

describe('anybody', () => {
  it('sees of a counsellor what the contract lists, and never how to meet or when they are busy', async () => {
    const { actor } = await addCounsellor(world, {
      alias: 'Ayu',
      area: 'Medan',
      about: [
        { language: 'id', text: 'Saya mendengarkan.' },
        { language: 'th', text: 'ฉันรับฟัง' },
      ],
    });
    const inThai = await getCounsellor(world.visitor, { id: actor.staffId, locale: 'th' });
    expect(Object.keys(inThai).sort()).toEqual(Object.keys(Counsellor.shape).sort());
    expect(inThai).toMatchObject({ alias: 'Ayu', area: 'Medan', about: { language: 'th', text: 'ฉันรับฟัง' } });
    const inEnglish = await getCounsellor(world.visitor, { id: actor.staffId, locale: 'en' });
    expect(inEnglish.about).toEqual({ language: 'id', text: 'Saya mendengarkan.' });
  });

  it('neither finds nor books a counsellor who has left', async () => {
    const { actor } = await addCounsellor(world, { languages: ['fil'] });
    const counsellorId = actor.staffId;
    const [slot] = await listFreeSlots(world.visitor, { counsellorId, ...monday });
    await world.rows('UPDATE staff SET deactivated_at = now() WHERE id = $1', [counsellorId]);
    expect(await listCounsellors(world.visitor, { locale: 'en', language: 'fil' })).toEqual([]);
    expect(await listSoonest(world.visitor, { locale: 'en', language: 'fil' })).toEqual([]);
    const gone = { code: 'not-found' };
    await expect(getCounsellor(world.visitor, { id: counsellorId, locale: 'en' })).rejects.toMatchObject(
      gone,
    );
    await expect(listFreeSlots(world.visitor, { counsellorId, ...monday })).rejects.toMatchObject(gone);
    const wish = {
      counsellorId,
      startsAt: slot?.startsAt ?? '',
      modality: 'video' as const,
      zone: 'Asia/Jakarta',
    };
    await expect(bookAppointment(await world.person(), wish)).rejects.toMatchObject(gone);
  });

  it('finds counsellors by language and way to meet, not those who take nobody new', async () => {
    const hant = await addCounsellor(world, {
      languages: ['zh-Hant', 'en'],
      modalities: ['in-person', 'phone'],
      alias: 'B',
    });
    const hans = await addCounsellor(world, { languages: ['zh-Hans'], alias: 'A' });
    const closed = await addCounsellor(world, { languages: ['zh'] });
    await world.rows('UPDATE counsellor SET accepts_newcomers = false WHERE id = $1', [closed.actor.staffId]);
    const ids = async (filter: object) =>
      (await listCounsellors(world.visitor, { locale: 'en', ...filter })).map(({ id }) => id);
    expect(await ids({ language: 'zh' })).toEqual([hans.actor.staffId, hant.actor.staffId]);
    expect(await ids({ language: 'zh-Hant' })).toEqual([hant.actor.staffId]);
    expect(await ids({ language: 'zh', modality: 'in-person' })).toEqual([hant.actor.staffId]);
    expect(await ids({ language: 'zz' })).toEqual([]);
    for (const id of [closed.actor.staffId, newId(world.system)]) {
      await expect(getCounsellor(world.visitor, { id, locale: 'en' })).rejects.toMatchObject({
        code: 'not-found',
      });
      await expect(listFreeSlots(world.visitor, { counsellorId: id, ...monday })).rejects.toMatchObject({
        code: 'not-found',
      });
    }
  });

  it('sees free times with the ways to meet that the hours and the counsellor both offer', async () => {
    const { actor } = await addCounsellor(world, {
      modalities: ['in-person', 'video'],
      rules: [
        { days: ['MO'], from: '09:00', to: '10:00', modalities: ['video'] },
        { days: ['MO'], from: '13:00', to: '14:00' },
      ],
    });
    expect(await listFreeSlots(world.visitor, { counsellorId: actor.staffId, ...monday })).toEqual([
      { startsAt: '2026-11-30T02:00:00Z', endsAt: '2026-11-30T03:00:00Z', modalities: ['video'], area: null },
      {
        startsAt: '2026-11-30T06:00:00Z',
        endsAt: '2026-11-30T07:00:00Z',
        modalities: ['in-person', 'video'],
        area: null,
      },
    ]);
    await world.rows(`UPDATE counsellor SET modalities = '{in-person}' WHERE id = $1`, [actor.staffId]);
    expect(await listFreeSlots(world.visitor, { counsellorId: actor.staffId, ...monday })).toEqual([
      {
        startsAt: '2026-11-30T06:00:00Z',
        endsAt: '2026-11-30T07:00:00Z',
        modalities: ['in-person'],
        area: null,
      },
    ]);
  });

  it('sees free times without overridden dates and time off, in windows of at most 31 days', async () => {
    const { actor } = await addCounsellor(world, {
      rules: [{ days: ['MO', 'TU'], from: '09:00', to: '11:00' }],
    });
    await world.rows(
      `INSERT INTO availability_override VALUES (gen_random_uuid(), $1, $2, '2026-12-01', '[{"from":"20:00","to":"21:00","modalities":["phone"]}]')`,
      [actor.organisationId, actor.staffId],
    );
    await world.rows(
      `INSERT INTO time_off VALUES (gen_random_uuid(), $1, $2, '[2026-11-30T02:30Z,2026-11-30T03:00Z)')`,
      [actor.organisationId, actor.staffId],
    );
    const slots = await listFreeSlots(world.visitor, {
      counsellorId: actor.staffId,
      from: monday.from,
      to: '2026-12-02T00:00:00Z',
    });
    expect(slots.map(({ startsAt, modalities }) => [startsAt, modalities])).toEqual([
      ['2026-11-30T03:00:00Z', ['video', 'phone']],
      ['2026-12-01T13:00:00Z', ['phone']],
    ]);
    for (const to of [monday.from, '2027-01-01T00:00:00Z']) {
      await expect(
        listFreeSlots(world.visitor, { counsellorId: actor.staffId, from: monday.from, to }),
      ).rejects.toMatchObject({
        code: 'invalid-input',
      });
    }
  });
});

describe('a year that no calendar here knows', () => {
  it.each(['0000', '0001', '0026', '9999'])('is refused as a fault of the input: %s', async (year) => {
    const counsellor = await addCounsellor(world);
    const counsellorId = counsellor.actor.staffId;
    const [from, to] = [`${year}-12-30T00:00:00Z`, `${year}-12-31T00:00:00Z`];
    const refused = { code: 'invalid-input' };
    await expect(listFreeSlots(world.visitor, { counsellorId, from, to })).rejects.toMatchObject(refused);
    const rule = { days: ['MO' as const], from: '09:00', to: '10:00' };
    for (const bound of [{ validFrom: `${year}-01-01` }, { validUntil: `${year}-01-01` }]) {
      await expect(setWeeklyHours(counsellor, { rules: [{ ...rule, ...bound }] })).rejects.toMatchObject({
        ...refused,
        issues: [{ pointer: `/rules/0/${Object.keys(bound)[0]}` }],
      });
    }
  });
});

describe('a counsellor', () => {
  it('replaces their weekly hours as a whole, and reads them back in the order of a week', async () => {
    const counsellor = await addCounsellor(world);
    const rules = [
      {
        days: ['TH' as const, 'MO' as const],
        from: '09:00',
        to: '12:30',
        modalities: ['phone' as const],
        validFrom: '2026-12-01',
      },
      {
        days: ['SU' as const],
        from: '22:00',
        to: '24:00' as const,
        modalities: [],
        validUntil: '2027-06-30',
      },
    ];
    const profile = await setWeeklyHours(counsellor, { rules });
    expect(profile.rules).toEqual([{ ...rules[0], days: ['MO', 'TH'] }, rules[1]]);
    expect(await getMyProfile(counsellor, undefined)).toEqual(profile);
    expect(Object.keys(profile).sort()).toEqual(Object.keys(MyProfile.shape).sort());
    expect((await setWeeklyHours(counsellor, { rules: [] })).rules).toEqual([]);
  });

  it('is told which hours do not work and why, and keeps the old ones', async () => {
    const counsellor = await addCounsellor(world);
    const before = (await getMyProfile(counsellor, undefined)).rules;
    const wrong = setWeeklyHours(counsellor, {
      rules: [
        { days: ['MO'], from: '09:00', to: '12:00' },
        { days: ['TU', 'MO'], from: '11:00', to: '13:00' },
        { days: ['WE'], from: '13:00', to: '09:00' },
        { days: ['FR'], from: '09:00', to: '10:00', modalities: ['in-person'] },
        { days: ['SA'], from: '09:00', to: '10:00', validFrom: '2027-02-01', validUntil: '2027-01-01' },
      ],
    });
    await expect(wrong).rejects.toMatchObject({
      code: 'invalid-input',
      issues: [
        { pointer: '/rules/1/from', code: 'overlap' },
        { pointer: '/rules/2/to', code: 'ends-too-early' },
        { pointer: '/rules/3/modalities', code: 'not-offered' },
        { pointer: '/rules/4/validUntil', code: 'ends-too-early' },
      ],
    });
    expect((await getMyProfile(counsellor, undefined)).rules).toEqual(before);
  });

  it('may have the same hours in seasons that do not meet', async () => {
    const counsellor = await addCounsellor(world);
    const rules = [
      { days: ['MO' as const], from: '09:00', to: '12:00', validUntil: '2026-12-31' },
      { days: ['MO' as const], from: '10:00', to: '13:00', validFrom: '2027-01-01' },
    ];
    expect((await setWeeklyHours(counsellor, { rules })).rules).toHaveLength(2);
  });

  it('says how to meet, changes it and takes it away; the way not mentioned stays', async () => {
    const counsellor = await addCounsellor(world);
    await setMeetingDetails(counsellor, { details: { video: 'room 7', phone: 'I call you' } });
    await setMeetingDetails(counsellor, { details: { video: 'room 8' } });
    expect((await getMyProfile(counsellor, undefined)).details).toEqual({
      video: 'room 8',
      phone: 'I call you',
    });
    expect((await setMeetingDetails(counsellor, { details: { video: '' } })).details).toEqual({
      phone: 'I call you',
    });
  });

  it("changes nobody else's hours or words, in the same organisation or another", async () => {
    const [mine, theirs] = [await addCounsellor(world), await addCounsellor(world)];
    await setMeetingDetails(theirs, { details: { video: 'theirs' } });
    const before = await getMyProfile(theirs, undefined);
    await setWeeklyHours(mine, { rules: [] });
    await setMeetingDetails(mine, { details: { video: '' } });
    expect(await getMyProfile(theirs, undefined)).toEqual(before);
  });
});

describe('an operator', () => {
  const dewi = {
    signInName: ' dEWI',
    passphrase: 'a long enough passphrase',
    alias: 'Dewi',
    country: 'ID',
    zone: 'Asia/Jakarta',
    languages: ['id'],
    modalities: ['video' as const],
  };

  it('takes in no second counsellor under a sign-in name that is in use, in any letter case', async () => {
    const { actor } = await addCounsellor(world, { signInName: 'Dewi' });
    const second = createCounsellor(world.system, { ...dewi, organisationId: actor.organisationId });
    await expect(second).rejects.toMatchObject({ code: 'conflict' });
  });

  it('takes in no counsellor of an organisation that is not there', async () => {
    const lost = createCounsellor(world.system, {
      ...dewi,
      signInName: 'lost',
      organisationId: newId(world.system),
    });
    await expect(lost).rejects.toMatchObject({ code: 'not-found' });
  });
});
