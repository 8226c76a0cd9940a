import { personalData } from '@homeward/db';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  addCounsellor,
  type CounsellorContext,
  canary,
  createWorld,
  type World,
} from '../../testing/index.ts';
import { createAccount, getNewAccessNumber, signIn } from '../account/index.ts';
import { bookAppointment } from '../booking/index.ts';
import { authenticate } from '../session/index.ts';
import { datedRules, forgetPastDates } from './forget-past-dates.ts';
import { RULES } from './rules.ts';

const START = '2026-11-24T09:00:00Z';
const DAY = 24 * 60 * 60 * 1000;

let world: World;
let counsellor: CounsellorContext;
let personId: string;
let colleagueId: string;
let organisationId: string;
beforeEach(async () => {
  world = await createWorld({ now: START });
  counsellor = await addCounsellor(world);
  organisationId = counsellor.actor.organisationId;
  colleagueId = (await addCounsellor(world, { organisationId })).actor.staffId;
  personId = (await world.person()).actor.personId;
});
afterEach(() => world[Symbol.asyncDispose]());

const ID = '00000000-0000-7000-8000-000000000001';
/** An appointment of one hour that ends at this instant. */
const appointment = (id: string, endsAt: string) =>
  world.rows(
    `INSERT INTO appointment (id, organisation_id, counsellor_id, person_id, reference, status, period, blocked_period, modality, person_zone, created_at)
     SELECT $1, $2, $3, $4, 'A-1', 'booked', p, p, 'video', 'UTC', '2026-01-01'
     FROM tstzrange($5::timestamptz - interval '1 hour', $5) AS p`,
    [id, organisationId, counsellor.actor.staffId, personId, endsAt],
  );
const notice = (id: string, appointmentId: string | null, seenAt: string | null) =>
  world.rows(
    `INSERT INTO notice (event_id, organisation_id, staff_id, kind, appointment_id, created_at, seen_at)
     VALUES ($1, $2, $3, 'appointment-booked', $4, '2026-01-01', $5)`,
    [id, organisationId, counsellor.actor.staffId, appointmentId, seenAt],
  );
const personNotice = () =>
  world.rows(
    `INSERT INTO person_notice (event_id, organisation_id, person_id, kind, appointment_id, created_at, seen_at)
     VALUES ($1, $2, $3, 'appointment-moved', $1, '2026-01-01', $4)`,
    [ID, organisationId, personId, START],
  );
const consent = (id: string, { withdrawnAt }: { withdrawnAt: string | null }) =>
  world.rows(
    `INSERT INTO consent (id, organisation_id, recipient_kind, person_id, purpose, fields, granted_at, expires_at, withdrawn_at)
     VALUES ($1, $2, 'organisation', $3, 'get-in-touch', '{alias}', $4, $5, $6)`,
    [id, organisationId, personId, START, '2026-12-24T09:00:00Z', withdrawnAt],
  );

const assignment = (endedAt: string | null) =>
  world.rows(
    `INSERT INTO care_assignment (id, organisation_id, person_id, staff_id, kind, since, until, ended_at)
     VALUES ($1, $2, $3, $4, 'appointment', $5, '2026-12-24T09:00:00Z', $6)`,
    [ID, organisationId, personId, counsellor.actor.staffId, START, endedAt],
  );

const batch = (withdrawnAt: string | null) =>
  world.rows(
    `INSERT INTO invitation_batch (id, organisation_id, label, codes, uses_each, created_by, created_at, expires_at, withdrawn_at)
     VALUES ($1, $2, 'x', 1, 1, $3, $4, '2026-12-24T09:00:00Z', $5)`,
    [ID, organisationId, counsellor.actor.staffId, START, withdrawnAt],
  );
const recovery = (usedAt: string | null) =>
  world.rows(
    `INSERT INTO recovery_code (id, person_id, kind, organisation_id, started_by, confirmed_by, confirmed_at, created_at, expires_at, used_at)
     VALUES ($1, $2, 'staff', $3, $4, $5, $6, $6, '2026-11-25T09:00:00Z', $7)`,
    [ID, personId, organisationId, counsellor.actor.staffId, colleagueId, START, usedAt],
  );
const wish = (endedAt: string | null) =>
  world.rows(
    `INSERT INTO waiting_wish (id, organisation_id, person_id, counsellor_id, among, modalities, person_zone, created_at, ends_at, ended_at)
     VALUES ($1, $2, $3, $4, 'counsellor', '{video}', 'UTC', $5, '2026-12-24T09:00:00Z', $6)`,
    [ID, organisationId, personId, counsellor.actor.staffId, START, endedAt],
  );

/** For each rule: a row with its date, and the last instant at which it is still there. */
const CASES: Record<string, [table: string, arrange: () => Promise<unknown>, goneAt: string][]> = {
  'account-unused': [
    ['person', async () => {}, '2028-12-01T00:00:00Z'],
    ['person', () => appointment(ID, '2027-02-01T10:00:00Z'), '2029-02-01T10:00:00Z'],
  ],
  'session-over': [['session', async () => {}, '2026-11-24T09:15:00Z']],
  'challenge-over': [
    [
      'passkey_challenge',
      () =>
        world.rows(
          `INSERT INTO passkey_challenge (challenge_hash, purpose, expires_at) VALUES (sha256('x'), 'sign-in', '2026-11-24T09:05:00Z')`,
        ),
      '2026-11-24T09:05:00Z',
    ],
  ],
  'answer-kept': [
    [
      'idempotency_record',
      () =>
        world.rows(
          `INSERT INTO idempotency_record (organisation_id, key, request_hash, created_at) VALUES ($1, 'k', '\\x00', $2)`,
          [organisationId, START],
        ),
      '2026-11-25T09:00:00Z',
    ],
  ],
  'message-done': [
    [
      'message',
      () =>
        world.rows(
          `INSERT INTO message (event_id, organisation_id, person_id, kind, state, created_at, done_at)
           VALUES ($1, $2, $3, 'offer-made', 'sent', $4, $4)`,
          [ID, organisationId, personId, START],
        ),
      '2026-12-24T09:00:00Z',
    ],
  ],
  'notice-seen': [
    [
      'notice',
      async () => {
        await appointment(ID, '2026-12-01T10:00:00Z');
        await notice(ID, ID, START);
      },
      '2027-02-22T09:00:00Z',
    ],
    [
      'person_notice',
      async () => {
        await appointment(ID, '2026-12-01T10:00:00Z');
        await personNotice();
      },
      '2027-02-22T09:00:00Z',
    ],
    ['notice', () => notice(ID, null, null), '2028-01-01T00:00:00Z'],
  ],
  'appointment-over': [
    ['appointment', () => appointment(ID, '2026-12-01T10:00:00Z'), '2028-12-01T10:00:00Z'],
    [
      'notice',
      async () => {
        await appointment(ID, '2026-12-01T10:00:00Z');
        await notice(ID, ID, null);
      },
      '2028-12-01T10:00:00Z',
    ],
  ],
  'consent-over': [
    ['consent', () => consent(ID, { withdrawnAt: null }), '2027-12-24T09:00:00Z'],
    ['consent', () => consent(ID, { withdrawnAt: '2026-11-30T09:00:00Z' }), '2027-11-30T09:00:00Z'],
  ],
  'look-old': [
    [
      'record_access',
      () =>
        world.rows(
          `INSERT INTO record_access (id, organisation_id, person_id, staff_id, what, at) VALUES ($1, $2, $5, $3, 'shared', $4)`,
          [ID, organisationId, counsellor.actor.staffId, START, personId],
        ),
      '2027-11-24T09:00:00Z',
    ],
  ],
  'figure-old': [
    [
      'missing_help',
      () => world.rows(`INSERT INTO missing_help VALUES ('2026-11-24', 'legal', 'my', 'video', 1)`),
      '2028-11-25T00:00:00Z',
    ],
  ],
  'care-over': [
    ['care_assignment', () => assignment(null), '2027-12-24T09:00:00Z'],
    ['care_assignment', () => assignment('2026-11-30T09:00:00Z'), '2027-11-30T09:00:00Z'],
  ],
  'failure-counted': [
    [
      'throttle',
      () =>
        world.rows(
          `INSERT INTO throttle (bucket, failures, since) VALUES (substr(sha256('x'), 1, 16), 1, $1)`,
          [START],
        ),
      '2026-11-24T10:00:00Z',
    ],
  ],
  'batch-over': [
    ['invitation_batch', () => batch(null), '2027-01-23T09:00:00Z'],
    ['invitation_batch', () => batch('2026-11-30T09:00:00Z'), '2026-12-30T09:00:00Z'],
  ],
  'waiting-over': [
    ['waiting_wish', () => wish(null), '2027-01-23T09:00:00Z'],
    ['waiting_wish', () => wish('2026-11-30T09:00:00Z'), '2026-12-30T09:00:00Z'],
  ],
  'recovery-over': [
    ['recovery_code', () => recovery(null), '2027-02-23T09:00:00Z'],
    ['recovery_code', () => recovery('2026-11-24T21:00:00Z'), '2027-02-22T21:00:00Z'],
  ],
  'contact-removed': [
    [
      'safe_contact',
      () => world.rows('INSERT INTO safe_contact (person_id, changed_at) VALUES ($1, $2)', [personId, START]),
      '2026-11-25T09:00:00Z',
    ],
  ],
};

it('has code and a case for each rule of the register that a date triggers, and for no other', () => {
  const rules = datedRules().map(({ rule }) => rule);
  expect(Object.keys(RULES).sort()).toEqual(rules.toSorted());
  expect(Object.keys(CASES).sort()).toEqual(rules.toSorted());
});

describe.each(Object.entries(CASES))('the rule %s', (rule, cases) => {
  it.each(cases)(
    `removes its row of %s at its date, and not a millisecond before`,
    async (table, arrange, goneAt) => {
      await arrange();
      const count = async () => (await world.rows(`SELECT FROM ${table}`)).length;
      const before = await count();
      expect(before).toBeGreaterThan(0);
      world.clock.set(goneAt);
      world.clock.advance(-1);
      await forgetPastDates(world.visitor);
      expect(await count(), 'a millisecond before').toBe(before);
      world.clock.advance(1);
      expect(await forgetPastDates(world.visitor)).toMatchObject({ [rule]: 1 });
      expect(await count()).toBe(0);
    },
  );
});

it('says of every rule with a date how long that is', () => {
  for (const { after } of datedRules()) expect(() => Temporal.Duration.from(after)).not.toThrow();
  expect(personalData.retention['appointment-over']?.after).toBe('P2Y');
});

it('holds back no rule when another one fails, and tells of the one that did', async () => {
  await consent(ID, { withdrawnAt: null });
  await world.rows('REVOKE DELETE ON notice FROM homeward_app');
  world.clock.set('2029-01-01T00:00:00Z');
  await expect(forgetPastDates(world.visitor)).rejects.toMatchObject({
    errors: [{ code: '42501' }, { code: '42501' }],
  });
  expect(await world.rows('SELECT FROM consent')).toEqual([]);
});

it('leaves what the database does not take for past its date, whatever the application asks for', async () => {
  await appointment(ID, '2026-12-01T10:00:00Z');
  await notice(ID, ID, null);
  world.clock.set('2026-12-02T00:00:00Z');
  const later = new Date('2030-01-01T00:00:00Z');
  await RULES['appointment-over']?.(world.visitor, later).catch(() => undefined);
  expect(await world.rows('SELECT FROM appointment')).toHaveLength(1);
  expect(await world.rows('SELECT FROM notice')).toHaveLength(1);
});

describe('an account that nobody uses', () => {
  const passphrase = canary('passphrase');
  let accessNumber: string;
  let id: string;
  beforeEach(async () => {
    const { cookie, personId: made } = await createAccount(world.visitor, { passphrase });
    id = made;
    const actor = await authenticate(world.visitor, cookie.split(';')[0]);
    accessNumber = world.watch((await getNewAccessNumber(world.as(actor), undefined)).accessNumber ?? '');
    world.watch(accessNumber.replaceAll(' ', ''));
  });
  const tryToSignIn = (typed = passphrase) => signIn(world.visitor, { accessNumber, passphrase: typed });
  const REFUSED = { code: 'wrong-sign-in' };

  it('keeps the month of its last use, and no day', async () => {
    world.clock.set('2027-03-19T11:12:13Z');
    await tryToSignIn();
    const rows = await world.rows('SELECT used_in::text AS used_in FROM person WHERE id = $1', [id]);
    expect(rows).toEqual([{ used_in: '2027-03-01' }]);
  });

  it('is locked a year after the month of its last use, and says no more than to a wrong passphrase', async () => {
    world.clock.set('2027-11-30T23:59:59Z');
    await tryToSignIn();
    world.clock.set('2028-12-01T00:00:00Z');
    const [locked, wrong] = await Promise.all(
      [passphrase, canary('passphrase')].map((typed) => tryToSignIn(typed).catch((error: unknown) => error)),
    );
    expect(locked).toMatchObject(REFUSED);
    expect(wrong).toMatchObject(REFUSED);
  });

  it('stays open while there is care: a year after the last appointment that was not cancelled', async () => {
    personId = id;
    await appointment(ID, '2027-10-20T10:00:00Z');
    world.clock.set('2028-10-20T09:59:59Z');
    await tryToSignIn();
  });

  it('is not held open by an appointment that was cancelled', async () => {
    personId = id;
    await appointment(ID, '2027-10-20T10:00:00Z');
    await world.rows(`UPDATE appointment SET status = 'cancelled', cancelled_at = '2026-11-25'`);
    world.clock.set('2027-12-01T00:00:00Z');
    await expect(tryToSignIn()).rejects.toMatchObject(REFUSED);
  });

  it('opens again with a new passphrase, which only recovery can give then', async () => {
    world.clock.set('2028-06-01T00:00:00Z');
    await expect(tryToSignIn()).rejects.toMatchObject(REFUSED);
    await world.rows(
      `SELECT set_config('homeward.actor_kind', 'system', false), set_config('homeward.now', $1, false)`,
      ['2028-06-01T00:00:00Z'],
    );
    await world.rows('UPDATE person SET passphrase_hash = passphrase_hash WHERE id = $1', [id]);
    await tryToSignIn();
  });
});

it('leaves a booked appointment alone, however often it runs', async () => {
  const { id } = await bookAppointment(await world.person(), {
    counsellorId: counsellor.actor.staffId,
    startsAt: '2026-12-01T03:00:00Z',
    modality: 'video',
    zone: 'Asia/Jakarta',
  });
  for (let day = 0; day < 3; day++) {
    world.clock.advance(DAY);
    await forgetPastDates(world.visitor);
  }
  expect(await world.rows('SELECT id FROM appointment')).toEqual([{ id }]);
});
