import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  addCounsellor,
  type CounsellorContext,
  canary,
  createWorld,
  type World,
} from '../../testing/index.ts';
import { bookAppointment, cancelAppointment, getAppointmentForCounsellor } from '../booking/index.ts';
import { findContactInEmergency, removeSafeContact, setSafeContact } from '../contact/index.ts';
import { type Actor, type Context, inTransaction, newId } from '../kernel/index.ts';
import { listWhoLooked } from '../record-access/index.ts';
import { findPersonKeys } from '../vault/index.ts';
import { listBreakGlasses } from './list-break-glasses.ts';
import { markBreakGlassesSeen } from './mark-break-glasses-seen.ts';
import { openBreakGlass } from './open-break-glass.ts';
import { readOpenedRecord } from './read-opened-record.ts';

type PersonContext = Awaited<ReturnType<World['person']>>;

const NAME = canary('call-me');
const NOTE = canary('note');
const START = '2026-12-01T03:00:00Z';
let world: World;
let counsellor: CounsellorContext;
let colleague: Context & { actor: Actor };
let person: PersonContext;
let id: string;
let reference: string;

beforeAll(async () => {
  world = await createWorld({ now: '2026-11-24T01:00:00Z' });
});
afterAll(() => world[Symbol.asyncDispose]());
beforeEach(async () => {
  world.clock.set('2026-11-24T01:00:00Z');
  await world.rows(
    `UPDATE staff SET deactivated_at = now() WHERE role IN ('organisation-admin', 'platform-admin')`,
  );
  counsellor = await addCounsellor(world, { alias: 'Sari' });
  colleague = proved(
    await addCounsellor(world, { organisationId: counsellor.actor.organisationId, alias: 'Ayu' }),
  );
  person = await world.person();
  id = await book(START);
  reference = await referenceOf(id);
});

const proved = <C extends Context>(context: C): C => ({
  ...context,
  actor: { ...context.actor, provedUntil: Number.MAX_SAFE_INTEGER },
});

async function book(startsAt: string, at = counsellor) {
  const wish = { counsellorId: at.actor.staffId, startsAt, modality: 'video' as const, zone: 'Asia/Bangkok' };
  return (await bookAppointment(person, { ...wish, callMe: NAME })).id;
}

const referenceOf = async (appointment: string) =>
  (
    await world.rows<{ reference: string }>('SELECT reference FROM appointment WHERE id = $1', [appointment])
  )[0]?.reference ?? '';

async function addStaff(
  role: 'organisation-admin' | 'platform-admin' | 'partner-staff',
  organisationId = counsellor.actor.organisationId,
) {
  const staffId = newId(world.system);
  await world.rows(
    `INSERT INTO staff (id, organisation_id, role, sign_in_name, passphrase_hash, display_name, created_at)
     VALUES ($1, $2, $3, $1::uuid::text, 'x', 'Budi', now())`,
    [staffId, organisationId, role],
  );
  return proved(world.as({ kind: role, staffId, organisationId, sessionId: staffId }));
}

function staffOf({ actor }: Context): { staffId: string; organisationId: string } {
  if ('staffId' in actor) return actor;
  throw new Error('nobody who works here');
}

const reason = 'colleague-unreachable' as const;
const wish = () => ({ reference, on: '2026-12-01', reason, note: NOTE });
const open = (who: Context, asked: Partial<ReturnType<typeof wish>> = {}) =>
  openBreakGlass(who, { ...wish(), ...asked });
const outcomeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'opened',
    (error: unknown) => error,
  );

describe('a colleague in an emergency', () => {
  it('sees for an hour, and not a moment longer, when the person is expected and what to call them', async () => {
    const { id: emergency, until } = await open(colleague);
    expect(until).toBe('2026-11-24T02:00:00Z');
    const record = await readOpenedRecord(colleague, { id: emergency });
    expect(record).toEqual({
      reference,
      until,
      contact: null,
      contactChangesAt: null,
      appointments: [
        {
          id,
          reference,
          status: 'booked',
          startsAt: START,
          endsAt: '2026-12-01T04:00:00Z',
          modality: 'video',
          language: null,
          callMe: NAME,
          counsellor: 'Sari',
          zone: 'Asia/Jakarta',
        },
      ],
    });
    expect(JSON.stringify(record)).not.toContain(person.actor.personId);
    world.clock.set('2026-11-24T01:59:59Z');
    expect((await readOpenedRecord(colleague, { id: emergency })).appointments).toHaveLength(1);
    world.clock.set('2026-11-24T02:00:00Z');
    await expect(readOpenedRecord(colleague, { id: emergency })).rejects.toMatchObject({ code: 'not-found' });
    const keys = await inTransaction(colleague, 'read only', (tx) =>
      findPersonKeys(tx, [person.actor.personId]),
    );
    expect(keys.size).toBe(0);
  });

  it('sees appointments of their own organisation only, and none that is over or was given back', async () => {
    const elsewhere = await addCounsellor(world);
    await book('2026-12-02T03:00:00Z', elsewhere);
    const given = await book('2026-12-03T03:00:00Z');
    await cancelAppointment(person, { id: given });
    const { id: emergency } = await open(colleague);
    const { appointments } = await readOpenedRecord(colleague, { id: emergency });
    expect(appointments.map((one) => one.id)).toEqual([id]);
  });

  it('must have proved a moment ago who they are', async () => {
    const unproved = { ...colleague, actor: { ...colleague.actor, provedUntil: world.clock.now() } };
    await expect(open(unproved)).rejects.toMatchObject({ code: 'step-up-required' });
    expect(await world.rows('SELECT FROM break_glass WHERE person_id = $1', [person.actor.personId])).toEqual(
      [],
    );
  });

  it('types the word as they have it before them', async () => {
    for (const typed of [
      ` ${reference.toLowerCase()} `,
      reference.replace('A-', ''),
      reference.replace('-', ''),
    ])
      expect(await outcomeOf(open(colleague, { reference: typed }))).toBe('opened');
  });

  it('can’t read on in another’s emergency', async () => {
    const { id: emergency } = await open(colleague);
    const third = await addCounsellor(world, { organisationId: counsellor.actor.organisationId });
    for (const other of [third, await addStaff('organisation-admin')]) {
      const refusals = await Promise.all(
        [emergency, newId(world.system)].map((one) => outcomeOf(readOpenedRecord(other, { id: one }))),
      );
      expect(refusals[0]).toMatchObject({ code: 'not-found' });
      expect(refusals[0]).toEqual(refusals[1]);
    }
  });

  it('opens one person, not the organisation: a colleague’s other appointments stay shut', async () => {
    const somebody = await world.person();
    const other = await bookAppointment(somebody, {
      counsellorId: counsellor.actor.staffId,
      startsAt: '2026-12-01T05:00:00Z',
      modality: 'video',
      zone: 'Asia/Bangkok',
    });
    await open(colleague);
    await expect(getAppointmentForCounsellor(colleague, { id: other.id })).rejects.toMatchObject({
      code: 'not-found',
    });
    const seen = await inTransaction(colleague, 'read only', ({ db }) =>
      db.selectFrom('appointment').select('person_id').execute(),
    );
    expect(new Set(seen.map((row) => row.person_id))).toEqual(new Set([person.actor.personId]));
  });
});

describe('the safe contact', () => {
  const ADDRESS = '+66812345678';
  const CODE_WORD = canary('code-word');
  const say = (change: { address?: string } = {}) =>
    setSafeContact(proved(person), {
      channel: 'call',
      address: ADDRESS,
      mayLeaveMessage: true,
      days: ['TU'],
      from: '08:00',
      to: '17:00',
      zone: 'Asia/Bangkok',
      language: 'th',
      codeWord: CODE_WORD,
      ...change,
    });
  const readAs = async (who = colleague) => readOpenedRecord(who, { id: (await open(who)).id });
  const looksOf = async () => (await listWhoLooked(person, {})).looks.map(({ what }) => what).sort();

  it('is shown to whoever opened, whole but for the code word, and the person and the audit log are told that it was', async () => {
    world.watch(ADDRESS);
    await say();
    const record = await readAs();
    expect(record.contact).toEqual({
      channel: 'call',
      address: ADDRESS,
      mayLeaveMessage: true,
      days: ['TU'],
      from: '08:00',
      to: '17:00',
      zone: 'Asia/Bangkok',
      language: 'th',
      confirmedAt: '2026-11-24T01:00:00Z',
      isStale: false,
      isWithinHours: true,
    });
    expect(JSON.stringify(record)).not.toContain(CODE_WORD);
    expect(await looksOf()).toEqual(['safe-contact', 'urgent']);
    const audit = await world.rows(
      `SELECT FROM audit_entry WHERE action = 'break-glass.read' AND actor_id = $1 AND subject_id = $2`,
      [staffOf(colleague).staffId, person.actor.personId],
    );
    expect(audit).toHaveLength(1);
  });

  it('leaves only once it is written down that it does', async () => {
    await say();
    const { id: emergency } = await open(colleague);
    await world.rows(
      `ALTER TABLE audit_entry ADD CONSTRAINT lost CHECK (action <> 'break-glass.read') NOT VALID`,
    );
    try {
      await expect(readOpenedRecord(colleague, { id: emergency })).rejects.toMatchObject({ code: '23514' });
    } finally {
      await world.rows('ALTER TABLE audit_entry DROP CONSTRAINT lost');
    }
    expect(await looksOf()).toEqual(['urgent']);
  });

  it('is shown although we would be silent ourselves, with the reason why: too old, or at another hour', async () => {
    await say();
    world.clock.set('2026-11-25T05:00:00Z');
    expect((await readAs()).contact).toMatchObject({ isStale: false, isWithinHours: false });
    await book('2027-01-21T03:00:00Z');
    world.clock.set('2027-01-19T02:00:00Z');
    const newest = await world.rows<{ reference: string }>(
      'SELECT reference FROM appointment WHERE person_id = $1 ORDER BY id DESC LIMIT 1',
      [person.actor.personId],
    );
    const { id: emergency } = await open(colleague, {
      reference: newest[0]?.reference ?? '',
      on: '2027-01-21',
    });
    expect((await readOpenedRecord(colleague, { id: emergency })).contact).toMatchObject({
      address: ADDRESS,
      isStale: true,
      isWithinHours: true,
    });
  });

  it('that was asked for and does not count yet is told by its time alone, and one that was taken back not at all', async () => {
    await say();
    await say({ address: '+66899999999' });
    const record = await readAs();
    expect(record).toMatchObject({
      contact: { address: ADDRESS },
      contactChangesAt: '2026-11-25T01:00:00Z',
    });
    expect(JSON.stringify(record)).not.toContain('899999999');
    await removeSafeContact(person, undefined);
    expect(await readAs()).toMatchObject({ contact: null, contactChangesAt: null });
  });

  it('is shown to no one who merely looks after the person, to no other staff, and to no one after the hour', async () => {
    await say();
    const { id: emergency } = await open(colleague);
    const seenBy = async (who: Context) =>
      inTransaction(who, 'read only', async (tx) => {
        const rows = await tx.db.selectFrom('safe_contact').select('person_id').execute();
        expect((await findContactInEmergency(tx, person.actor.personId)).contact === null).toBe(
          rows.length === 0,
        );
        return rows.map((row) => row.person_id);
      });
    expect(await seenBy(colleague)).toEqual([person.actor.personId]);
    const third = await addCounsellor(world, { organisationId: counsellor.actor.organisationId });
    for (const other of [counsellor, third, await addStaff('organisation-admin')])
      expect(await seenBy(other)).toEqual([]);
    world.clock.set('2026-11-24T02:00:00Z');
    expect(await seenBy(colleague)).toEqual([]);
    await expect(readOpenedRecord(colleague, { id: emergency })).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('whoever may not', () => {
  it('gets one answer for another organisation’s word, an unknown word and another day', async () => {
    const stranger = proved(await addCounsellor(world));
    const answers = [
      await outcomeOf(open(stranger)),
      await outcomeOf(open(colleague, { reference: 'A-99999' })),
      await outcomeOf(open(colleague, { on: '2026-12-02' })),
    ];
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(answers[0]).toMatchObject({ code: 'not-found' });
    expect(await world.rows('SELECT FROM break_glass WHERE person_id = $1', [person.actor.personId])).toEqual(
      [],
    );
  });

  it('gets the same answer where a word and a day mean more than one person', async () => {
    const somebody = await world.person();
    const other = await bookAppointment(somebody, {
      counsellorId: counsellor.actor.staffId,
      startsAt: '2026-12-01T05:00:00Z',
      modality: 'video',
      zone: 'Asia/Bangkok',
    });
    await world.rows('UPDATE appointment SET reference = $1 WHERE id = $2', [reference, other.id]);
    expect(await outcomeOf(open(colleague))).toMatchObject({ code: 'not-found' });
  });

  it('gets the same answer for a person whose key is destroyed, and the emergency is not there', async () => {
    const { personId } = person.actor;
    const erasedAt = new Date(world.clock.now());
    await world.ports.keys.destroy({ personId, receiptIndex: Buffer.alloc(32, 8), erasedAt });
    expect(await outcomeOf(open(colleague))).toMatchObject({ code: 'not-found' });
    expect(
      await world.rows('SELECT FROM care_assignment WHERE break_glass_id IS NOT NULL AND person_id = $1', [
        personId,
      ]),
    ).toEqual([]);
  });

  it('is refused by the database too: no emergency of another’s, of a person never met, or longer than an hour', async () => {
    const stranger = await addCounsellor(world);
    const insert = (who: CounsellorContext | Context, change: Record<string, unknown>) =>
      outcomeOf(
        inTransaction(who, 'read write', ({ db, clock }) =>
          db
            .insertInto('care_assignment')
            .values({
              id: newId(world.system),
              organisation_id: stranger.actor.organisationId,
              person_id: person.actor.personId,
              staff_id: stranger.actor.staffId,
              kind: 'break-glass',
              since: new Date(clock.now()),
              until: new Date(clock.now() + 3_600_000),
              break_glass_id: newId(world.system),
              ...change,
            })
            .execute(),
        ),
      );
    expect(await insert(stranger, {}), 'never met').toMatchObject({ code: '42501' });
    const ours = { organisation_id: counsellor.actor.organisationId, staff_id: counsellor.actor.staffId };
    expect(await insert(colleague, ours), 'in another’s name').toMatchObject({ code: '42501' });
    const long = { ...ours, until: new Date(world.clock.now() + 3_600_001) };
    expect(await insert(counsellor, long), 'too long').toMatchObject({ code: '42501' });
    expect(await insert(counsellor, ours), 'with no emergency behind it').toMatchObject({ code: '23503' });
  });
});

describe('a word that opens nothing', () => {
  const misses = (staffId: string) =>
    world.rows(
      `SELECT actor_kind, organisation_id, subject_id FROM audit_entry WHERE action = 'break-glass.miss' AND actor_id = $1`,
      [staffId],
    );

  it('leaves in the audit log that it was tried, by whom, and nothing of what was typed or of whom it may mean', async () => {
    const { staffId, organisationId } = staffOf(colleague);
    const stranger = proved(await addCounsellor(world));
    expect(await outcomeOf(open(colleague, { reference: 'A-99999' }))).toMatchObject({ code: 'not-found' });
    expect(await outcomeOf(open(colleague, { on: '2026-12-02' }))).toMatchObject({ code: 'not-found' });
    expect(await outcomeOf(open(stranger))).toMatchObject({ code: 'not-found' });
    const miss = { actor_kind: 'counsellor', organisation_id: organisationId, subject_id: null };
    expect(await misses(staffId)).toEqual([miss, miss]);
    expect(await misses(stranger.actor.staffId)).toHaveLength(1);
    expect((await listWhoLooked(person, {})).looks).toEqual([]);
  });

  it('is not what somebody is told who could not be written down', async () => {
    await world.rows(
      `ALTER TABLE audit_entry ADD CONSTRAINT lost CHECK (action <> 'break-glass.miss') NOT VALID`,
    );
    try {
      const told = await outcomeOf(open(colleague, { reference: 'A-99999' }));
      expect(told).toMatchObject({ code: '23514' });
    } finally {
      await world.rows('ALTER TABLE audit_entry DROP CONSTRAINT lost');
    }
  });

  it('stands there once for each try, and not for one that opened', async () => {
    await open(colleague);
    expect(await misses(staffOf(colleague).staffId)).toEqual([]);
  });
});

describe('an emergency', () => {
  it('is in the audit log and shown to the person from the moment it is opened, whether or not anything is read', async () => {
    await open(colleague);
    const audit = await world.rows(
      `SELECT subject_id FROM audit_entry WHERE action = 'break-glass.open' AND actor_id = $1 ORDER BY seq`,
      ['staffId' in colleague.actor ? colleague.actor.staffId : ''],
    );
    expect(audit.map((row) => row.subject_id)).toContain(person.actor.personId);
    expect((await listWhoLooked(person, {})).looks).toEqual([
      {
        id: expect.any(String),
        name: 'Ayu',
        role: 'counsellor',
        organisation: expect.any(String),
        what: 'urgent',
        at: '2026-11-24T01:00:00Z',
        emergency: { reason, note: NOTE, until: '2026-11-24T02:00:00Z' },
      },
    ]);
  });

  it('is told to every other admin of the organisation, and to nobody of another', async () => {
    const admins = [await addStaff('organisation-admin'), await addStaff('organisation-admin')];
    const elsewhere = await addStaff('organisation-admin', (await addCounsellor(world)).actor.organisationId);
    const platform = await addStaff('platform-admin');
    await open(colleague);
    for (const admin of admins) {
      const { entries } = await listBreakGlasses(admin, {});
      expect(entries).toEqual([
        {
          id: expect.any(String),
          reference,
          reason,
          name: 'Ayu',
          role: 'counsellor',
          organisation: expect.any(String),
          at: '2026-11-24T01:00:00Z',
          until: '2026-11-24T02:00:00Z',
          isNew: true,
        },
      ]);
      const bytes = JSON.stringify(entries);
      for (const secret of [person.actor.personId, NOTE, NAME]) expect(bytes).not.toContain(secret);
    }
    for (const other of [elsewhere, platform])
      expect((await listBreakGlasses(other, {})).entries).toEqual([]);
    await markBreakGlassesSeen(admins[0] ?? world.system, undefined);
    const isNew = await Promise.all(
      admins.map(async (admin) => (await listBreakGlasses(admin, {})).entries[0]?.isNew),
    );
    expect(isNew).toEqual([false, true]);
  });

  it('of the only admin is told to those who run the platform', async () => {
    const admin = await addStaff('organisation-admin');
    const platform = await addStaff('platform-admin', (await addCounsellor(world)).actor.organisationId);
    const { id: emergency } = await open(admin);
    expect((await readOpenedRecord(admin, { id: emergency })).appointments).toHaveLength(1);
    expect((await listBreakGlasses(platform, {})).entries).toMatchObject([{ name: 'Budi', isNew: true }]);
  });

  it('is not for partner staff', async () => {
    await expect(open(await addStaff('partner-staff'))).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('can be changed and deleted by nobody', async () => {
    await open(colleague);
    for (const statement of [
      'UPDATE break_glass SET reason = reason',
      'DELETE FROM break_glass',
      'DELETE FROM break_glass_notice',
    ]) {
      for (const who of [colleague, person, world.system]) {
        const tried = inTransaction(who, 'read write', ({ db }) => sql.raw(statement).execute(db));
        await expect(tried, statement).rejects.toMatchObject({ code: '42501' });
      }
    }
  });
});
