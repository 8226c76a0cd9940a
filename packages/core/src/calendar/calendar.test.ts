import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import ICAL from 'ical.js';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  addCounsellor,
  addStaff,
  type CounsellorContext,
  canary,
  createWorld,
  type World,
} from '../../testing/index.ts';
import { bookAppointment, cancelAppointment } from '../booking/index.ts';
import { setMeetingDetails } from '../counsellor/index.ts';
import { createOrganisation } from '../organisation/index.ts';
import { deactivateStaff, reactivateStaff } from '../staff/index.ts';
import { getMyFeed, makeCalendarFile, makeFeed, readFeed, revokeFeed } from './index.ts';

const NAME = canary('call-me');
const ALIAS = 'Alias-of-a-counsellor';
const ORGANISATION = 'Name-of-an-organisation';
const PLACE = 'Soi Ari, the yellow door';

let world: World;
let counsellor: CounsellorContext;
let person: Awaited<ReturnType<World['person']>>;
beforeAll(async () => {
  world = await createWorld({ now: '2026-11-24T01:00:00Z' });
});
afterAll(() => world[Symbol.asyncDispose]());
beforeEach(async () => {
  world.clock.set('2026-11-24T01:00:00Z');
  const { id: organisationId } = await createOrganisation(world.system, {
    name: ORGANISATION,
    country: 'TH',
  });
  counsellor = await addCounsellor(world, { organisationId, alias: ALIAS });
  await setMeetingDetails(counsellor, { details: { video: PLACE } });
  person = await world.person();
});

const book = async (startsAt = '2026-12-01T03:00:00Z', by = person) =>
  (
    await bookAppointment(by, {
      counsellorId: counsellor.actor.staffId,
      startsAt,
      modality: 'video',
      zone: 'Asia/Bangkok',
      callMe: NAME,
    })
  ).id;

/** Moved, and the like, by the system: the triggers of the database see who changes what. */
const change = (id: string, set: string) =>
  world.rows(
    `WITH as_system AS MATERIALIZED (SELECT set_config('homeward.actor_kind', 'system', true),
      set_config('homeward.now', '${new Date(world.clock.now()).toISOString()}', true))
    UPDATE appointment SET ${set} FROM as_system WHERE id = $1`,
    [id],
  );

const tokenOf = (url: string): string =>
  /^https?:\/\/[^/]+\/calendar\/([\w-]{43})\.ics$/.exec(url)?.[1] ?? '';

/** The feed's secret, made anew. */
const subscribe = async (who = counsellor) =>
  tokenOf((await makeFeed({ ...who, actor: { ...who.actor, provedUntil: Infinity } }, undefined)).url);

const read = (token: string) => readFeed(world.visitor, { token });

/** Entries as a parser that is not ours reads them. */
const entriesOf = (text: string) =>
  new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component);
    return {
      uid: event.uid,
      sequence: event.sequence,
      summary: event.summary,
      status: component.getFirstPropertyValue('status'),
      way: event.location,
      startsAt: event.startDate.toJSDate().toISOString(),
      endsAt: event.endDate.toJSDate().toISOString(),
    };
  });

/** What must stand in no calendar; ids of rows included. */
function secretsOf(id: string): string[] {
  const { actor, ports } = counsellor;
  return [
    NAME,
    ALIAS,
    ORGANISATION,
    PLACE,
    'Bangkok',
    id,
    person.actor.personId,
    actor.staffId,
    actor.organisationId,
    ports.site.rpId,
  ];
}

describe('a counsellor’s feed', () => {
  it('says when, how and a reference, and nothing of anybody', async () => {
    const id = await book();
    const token = await subscribe();
    const text = await read(token);
    expect(entriesOf(text)).toEqual([
      {
        uid: expect.stringMatching(/^[\da-f]{8}-[\da-f-]{27}$/),
        sequence: 0,
        summary: expect.stringMatching(/^Appointment A-\d{4}$/),
        status: 'CONFIRMED',
        way: 'Video',
        startsAt: '2026-12-01T03:00:00.000Z',
        endsAt: '2026-12-01T04:00:00.000Z',
      },
    ]);
    for (const secret of [...secretsOf(id), token]) expect(text).not.toContain(secret);
    expect(text).not.toMatch(/DESCRIPTION|ORGANIZER|ATTENDEE|URL|VALARM/);
  });

  it('keeps the uid of what is moved or cancelled, under a higher sequence each time', async () => {
    const id = await book();
    const token = await subscribe();
    const [booked] = entriesOf(await read(token));
    world.clock.advance(60_000);
    await change(
      id,
      `period = '[2026-12-02 05:00Z,2026-12-02 06:00Z)', blocked_period = '[2026-12-02 05:00Z,2026-12-02 06:00Z)'`,
    );
    const moved = entriesOf(await read(token));
    expect(moved).toEqual([
      { ...booked, sequence: 1, startsAt: '2026-12-02T05:00:00.000Z', endsAt: '2026-12-02T06:00:00.000Z' },
    ]);
    await cancelAppointment(person, { id });
    expect(entriesOf(await read(token))).toEqual([{ ...moved[0], sequence: 2, status: 'CANCELLED' }]);
    world.clock.advance(31 * 24 * 60 * 60_000);
    expect(entriesOf(await read(token))).toEqual([]);
  });

  it('holds neither what was only held nor what is out of its window, and a group once', async () => {
    const held = await book('2026-12-01T03:00:00Z');
    await change(held, `status = 'held', sequence = 0, hold_expires_at = '2026-11-24T01:10:00Z'`);
    const token = await subscribe();
    expect(entriesOf(await read(token))).toEqual([]);
    await world.rows(
      `UPDATE appointment SET status = 'cancelled', hold_expires_at = NULL, sequence = 0, cancelled_at = now() WHERE id = $1`,
      [held],
    );
    await world.rows(`UPDATE appointment SET sequence = 0 WHERE id = $1`, [held]);
    expect(entriesOf(await read(token))).toEqual([]);
    await world.rows(
      `INSERT INTO appointment (id, organisation_id, counsellor_id, kind, seats, reference, status, period, blocked_period, modality, person_zone, created_at)
       SELECT gen_random_uuid(), organisation_id, id, 'group', 5, 'A-1', 'booked', '[2026-12-03 03:00Z,2026-12-03 04:00Z)', '[2026-12-03 03:00Z,2026-12-03 04:00Z)', 'video', 'UTC', now()
       FROM counsellor WHERE id = $1`,
      [counsellor.actor.staffId],
    );
    const seat = await book('2026-12-04T03:00:00Z');
    await world.rows(
      `UPDATE appointment a SET kind = 'seat', seat_number = 1, group_id = g.id, period = g.period, blocked_period = g.blocked_period
       FROM appointment g WHERE a.id = $1 AND g.kind = 'group' AND g.counsellor_id = a.counsellor_id`,
      [seat],
    );
    expect(entriesOf(await read(token))).toMatchObject([{ summary: 'Appointment A-1' }]);
    world.clock.set('2027-01-03T03:00:00Z');
    expect(entriesOf(await read(token))).toEqual([]);
  });

  it('has one answer for an address that never was, was renewed or taken back, or is of somebody who left', async () => {
    const admin = await addStaff(world, {
      role: 'organisation-admin',
      organisationId: counsellor.actor.organisationId,
    });
    const first = await subscribe();
    const second = await subscribe();
    expect(await getMyFeed(counsellor, undefined)).toEqual({ madeAt: '2026-11-24T01:00:00Z' });
    await revokeFeed(counsellor, undefined);
    expect(await getMyFeed(counsellor, undefined)).toBeNull();
    const colleague = await addCounsellor(world, { organisationId: counsellor.actor.organisationId });
    const third = await subscribe(colleague);
    expect(await read(third)).toContain('VCALENDAR');
    await deactivateStaff(admin, { id: colleague.actor.staffId });
    const refusals = [];
    for (const token of ['x'.repeat(43), first, second, third])
      refusals.push(await read(token).catch((error: unknown) => error));
    await reactivateStaff(admin, { id: colleague.actor.staffId });
    refusals.push(await read(third).catch((error: unknown) => error));
    expect(refusals[0]).toMatchObject({ code: 'not-found' });
    for (const refusal of refusals) expect(refusal).toEqual(refusals[0]);
  });

  it('is kept in the database by a hash that opens nothing', async () => {
    const token = await subscribe();
    const [row] = await world.rows<{ token_hash: Buffer }>(
      'SELECT token_hash FROM calendar_feed WHERE counsellor_id = $1',
      [counsellor.actor.staffId],
    );
    const hash = row?.token_hash.toString('base64url') ?? '';
    expect(hash).toHaveLength(43);
    expect(hash).not.toBe(token);
    await expect(read(hash)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('never shares a uid with another organisation’s, nor with itself', async () => {
    await book('2026-12-01T03:00:00Z');
    await book('2026-12-02T03:00:00Z');
    const other = await addCounsellor(world);
    await bookAppointment(await world.person(), {
      counsellorId: other.actor.staffId,
      startsAt: '2026-12-01T03:00:00Z',
      modality: 'video',
      zone: 'Asia/Bangkok',
    });
    const texts = [await read(await subscribe()), await read(await subscribe(other))];
    const uids = texts.flatMap((text) => entriesOf(text).map(({ uid }) => uid));
    expect(uids).toHaveLength(3);
    expect(new Set(uids).size).toBe(3);
  });
});

describe('a person’s own file', () => {
  const WORD = 'ออกกำลังกาย';

  it('holds the word they typed and the time, and nothing of us', async () => {
    const id = await book();
    const text = await makeCalendarFile(person, { appointmentId: id, word: WORD });
    expect(entriesOf(text)).toMatchObject([
      {
        sequence: 0,
        summary: WORD,
        startsAt: '2026-12-01T03:00:00.000Z',
        endsAt: '2026-12-01T04:00:00.000Z',
        way: null,
      },
    ]);
    expect(text).toContain('CLASS:PRIVATE');
    expect(text).not.toMatch(
      /ORGANIZER|ATTENDEE|LOCATION|URL|DESCRIPTION|CATEGORIES|VALARM|Appointment|A-\d{4}|X-/,
    );
    for (const secret of secretsOf(id)) expect(text).not.toContain(secret);
    expect(await makeCalendarFile(person, { appointmentId: id, word: WORD, alarmMinutes: 60 })).toContain(
      'TRIGGER:-PT1H',
    );
  });

  it('takes the time out of a calendar again once it was given back, without ringing', async () => {
    const id = await book();
    const [before] = entriesOf(await makeCalendarFile(person, { appointmentId: id, word: WORD }));
    await cancelAppointment(person, { id });
    const text = await makeCalendarFile(person, { appointmentId: id, word: WORD, alarmMinutes: 15 });
    expect(entriesOf(text)).toEqual([{ ...before, sequence: 1, status: 'CANCELLED' }]);
    expect(text).not.toContain('VALARM');
  });

  it('is made of one’s own appointments only, and nothing of it is kept', async () => {
    const appointmentId = await book();
    const word = canary('calendar-word');
    await makeCalendarFile(person, { appointmentId, word });
    await expect(makeCalendarFile(await world.person(), { appointmentId, word })).rejects.toMatchObject({
      code: 'not-found',
    });
  });
});

const KHAL = '/usr/bin/khal';

it.skipIf(!existsSync(KHAL))('is read by khal at the same instants, where khal is installed', async () => {
  const id = await book();
  const texts = [
    await read(await subscribe()),
    await makeCalendarFile(person, { appointmentId: id, word: 'Reminder', alarmMinutes: 60 }),
  ];
  const folder = mkdtempSync(path.join(tmpdir(), 'khal-'));
  try {
    const file = path.join(folder, 'one.ics');
    for (const text of texts) {
      writeFileSync(file, text);
      const env = { TZ: 'UTC', LC_ALL: 'C.UTF-8', HOME: folder, XDG_CONFIG_HOME: folder };
      const config = path.join(folder, 'config');
      writeFileSync(
        config,
        `[calendars]\n[[one]]\npath = ${folder}\n[locale]\ntimeformat = %H:%M\nlongdateformat = %Y-%m-%d\nlocal_timezone = UTC\ndefault_timezone = UTC\n`,
      );
      const printed = execFileSync(
        KHAL,
        ['-c', config, 'printics', '--format', '{start-date-long} {start-time} {end-time} {title}', file],
        { encoding: 'utf8', env },
      );
      expect(printed).toMatch(/2026-12-01 03:00 04:00 (?:Appointment A-\d{4}|Reminder)/);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
});
