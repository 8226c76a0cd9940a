import { Client } from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { canary, createWorld, type World } from '../testing/index.ts';
import { bookAppointment, getAppointmentForCounsellor } from './booking/index.ts';
import { listFreeSlots } from './counsellor/index.ts';
import { fillDemo } from './demo/index.ts';
import { requestErasure } from './erasure/index.ts';
import { recordNotice } from './notice/record-notice.ts';

/** Tables that anybody may read by nature; what they hold is asserted by the presenters' tests. */
const PUBLIC = ['schema_migration'];

const NOW = '2026-11-24T01:00:00Z';
const CALLED = canary('call-me');
let world: World;
let app: Client;
let tables: string[];
let personId: string;
let counsellorId: string;

beforeAll(async () => {
  world = await createWorld({ now: NOW });
  await fillDemo(world.system);
  const person = await world.person();
  personId = person.actor.personId;
  const [counsellor] = await world.rows<{ id: string; organisation_id: string }>(
    `SELECT id, organisation_id FROM counsellor WHERE alias = 'Mali'`,
  );
  if (counsellor === undefined) throw new Error('the demo has no Mali');
  counsellorId = counsellor.id;
  const window = { from: '2026-11-24T00:00:00Z', to: '2026-12-01T00:00:00Z' };
  const [slot] = await listFreeSlots(person, { counsellorId, ...window });
  if (slot === undefined) throw new Error('Mali has no free time');
  const { id: appointmentId } = await bookAppointment(person, {
    counsellorId,
    startsAt: slot.startsAt,
    modality: 'video',
    zone: 'Asia/Bangkok',
    callMe: CALLED,
  });
  const staff = { staffId: counsellorId, organisationId: counsellor.organisation_id };
  const reader = world.as({ kind: 'counsellor', ...staff, sessionId: personId });
  await getAppointmentForCounsellor(reader, { id: appointmentId });
  const emergency = [counsellor.organisation_id, personId, counsellorId];
  await world.rows(
    `INSERT INTO break_glass (id, organisation_id, person_id, staff_id, reference, reason, note_sealed, at, until)
     VALUES ($2, $1, $2, $3, 'A-1', 'person-asked', '\\x00', '2020-01-01', '2020-01-01 01:00')`,
    emergency,
  );
  await world.rows(
    `INSERT INTO break_glass_notice (organisation_id, break_glass_id, staff_id, created_at) VALUES ($1, $2, $3, now())`,
    emergency,
  );
  await recordNotice(world.system, {
    id: personId,
    type: 'appointment.booked',
    organisationId: counsellor.organisation_id,
    appointmentId,
    staffId: counsellorId,
  });
  await world.rows(
    `INSERT INTO place (id, organisation_id, area, created_at) SELECT id, id, 'x', now() FROM organisation`,
  );
  await world.rows(
    `INSERT INTO place_detail (place_id, organisation_id, name) SELECT id, id, 'x' FROM organisation`,
  );
  await world.rows(
    `INSERT INTO room (id, organisation_id, place_id, name) SELECT id, id, id, 'x' FROM organisation`,
  );
  await world.rows(
    `INSERT INTO time_off (id, organisation_id, counsellor_id, period) SELECT id, organisation_id, id, '[2027-01-01,2027-01-02)' FROM counsellor`,
  );
  await world.rows(
    `INSERT INTO availability_override (id, organisation_id, counsellor_id, on_date, intervals) SELECT id, organisation_id, id, '2027-01-01', '[]' FROM counsellor`,
  );
  await world.rows(
    `INSERT INTO idempotency_record (organisation_id, key, request_hash, created_at) SELECT id, 'k', '\\x00', now() FROM organisation`,
  );
  await world.rows(
    `INSERT INTO passkey (id, credential_index, person_id, public_key, created_at) VALUES ($1, sha256('x'), $1, '\\x00', now())`,
    [personId],
  );
  await world.rows(
    `INSERT INTO staff_invitation (id, organisation_id, role, display_name, code_index, created_at, expires_at)
     SELECT id, id, 'counsellor', 'x', sha256(id::text::bytea), now(), now() FROM organisation`,
  );
  await world.rows(
    `INSERT INTO staff_recovery_code (organisation_id, staff_id, code_index) SELECT organisation_id, id, sha256('x') FROM staff`,
  );
  await world.rows(
    `INSERT INTO passkey_challenge (challenge_hash, purpose, expires_at) VALUES (sha256('x'), 'sign-in', now())`,
  );
  await world.rows(`INSERT INTO safe_contact (person_id, changed_at) VALUES ($1, now())`, [personId]);
  await world.rows(
    `INSERT INTO throttle (bucket, failures, since) VALUES (substr(sha256('x'), 1, 16), 1, now())`,
  );
  await requestErasure(person, { waitDays: 30 });
  await world.rows(
    `INSERT INTO invitation_batch (id, organisation_id, label, codes, uses_each, created_by, created_at, expires_at)
       SELECT id, organisation_id, 'x', 1, 1, id, now(), now() + interval '1 day' FROM counsellor`,
  );
  await world.rows(
    `INSERT INTO invitation_code (code_index, organisation_id, batch_id, uses_left)
       SELECT sha256(id::text::bytea), organisation_id, id, 1 FROM invitation_batch`,
  );
  await world.rows(
    `INSERT INTO recovery_code (id, person_id, kind, organisation_id, appointment_id, started_by, created_at, expires_at)
       SELECT id, person_id, 'staff', organisation_id, id, counsellor_id, now(), now() FROM appointment`,
  );
  await world.rows(
    `INSERT INTO consent (id, organisation_id, recipient_kind, person_id, purpose, fields, granted_at, expires_at)
     VALUES ($1, $2, 'organisation', $1, 'get-in-touch', '{alias}', '2026-09-01', '2026-10-01')`,
    [personId, counsellor.organisation_id],
  );
  await world.rows(`INSERT INTO person_fact (person_id, fact, value_sealed) VALUES ($1, 'alias', '\\x00')`, [
    personId,
  ]);
  app = new Client(world.app);
  await app.connect();
  const found = await world.rows<{ name: string }>(
    `SELECT c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p') ORDER BY 1`,
  );
  tables = found.map(({ name }) => name).filter((name) => !PUBLIC.includes(name));
});
afterAll(async () => {
  await app.end();
  await world[Symbol.asyncDispose]();
});

/** The rows of a table that a connection of the application sees, under these settings; null where it may not look at all. */
async function seen(
  table: string,
  settings: Record<string, string>,
): Promise<Record<string, unknown>[] | null> {
  await app.query('BEGIN');
  try {
    for (const [name, value] of Object.entries({ now: NOW, ...settings }))
      await app.query('SELECT set_config($1, $2, true)', [`homeward.${name}`, value]);
    return (await app.query(`SELECT * FROM ${table}`)).rows;
  } catch (error) {
    if ((error as { code?: string }).code === '42501') return null;
    throw error;
  } finally {
    await app.query('ROLLBACK');
  }
}

it('has rows in every table, so that seeing none means something', async () => {
  for (const table of tables)
    expect((await world.rows(`SELECT FROM ${table}`)).length, table).toBeGreaterThan(0);
});

it('shows nobody any row of any table', async () => {
  for (const table of tables) expect((await seen(table, {})) ?? [], table).toEqual([]);
});

it('shows a visitor nothing of a person, a session, a key or an appointment', async () => {
  const secret = [
    'person',
    'person_vault',
    'safe_contact',
    'consent',
    'person_fact',
    'session',
    'staff',
    'api_key',
    'appointment',
    'meeting_detail',
    'notice',
    'audit_entry',
    'audit_head',
    'invitation_batch',
    'invitation_code',
    'recovery_code',
    'care_assignment',
    'record_access',
    'break_glass',
    'break_glass_notice',
    'idempotency_record',
    'passkey',
    'staff_invitation',
    'staff_recovery_code',
    'staff_totp',
    'passkey_challenge',
    'throttle',
  ];
  for (const table of secret) expect((await seen(table, { actor_kind: 'visitor' })) ?? [], table).toEqual([]);
});

it('shows a person their own rows and nobody else’s', async () => {
  const other = (await world.person()).actor.personId;
  for (const table of [
    'person',
    'person_vault',
    'appointment',
    'meeting_detail',
    'passkey',
    'safe_contact',
    'erasure_request',
  ]) {
    const own = (await seen(table, { actor_kind: 'person', person_id: personId })) ?? [];
    expect(own.length, table).toBeGreaterThan(0);
    for (const row of own) if ('person_id' in row) expect(row.person_id).toBe(personId);
  }
  expect(await seen('person', { actor_kind: 'person', person_id: other })).toHaveLength(1);
  for (const table of ['appointment', 'meeting_detail', 'notice', 'passkey']) {
    expect(await seen(table, { actor_kind: 'person', person_id: other }), table).toEqual([]);
  }
});

it('shows a counsellor their own appointments, and not those of a colleague of the same organisation', async () => {
  const [mali] = await world.rows<{ organisation_id: string }>(
    'SELECT organisation_id FROM counsellor WHERE id = $1',
    [counsellorId],
  );
  const [colleague] = await world.rows<{ id: string }>(
    'SELECT id FROM counsellor WHERE organisation_id = $1 AND id <> $2',
    [mali?.organisation_id, counsellorId],
  );
  const as = (staffId: string | undefined) => ({
    actor_kind: 'counsellor',
    staff_id: staffId ?? '',
    organisation_id: mali?.organisation_id ?? '',
  });
  for (const table of [
    'appointment',
    'person_vault',
    'notice',
    'care_assignment',
    'record_access',
    'break_glass',
  ]) {
    expect(await seen(table, as(counsellorId)), table).toHaveLength(1);
    expect(await seen(table, as(colleague?.id)), table).toEqual([]);
  }
  expect(await seen('person', as(counsellorId))).toEqual([]);
});

it('shows a partner key its own records only', async () => {
  const organisations = await world.rows<{ id: string }>('SELECT id FROM organisation');
  for (const { id } of organisations) {
    const as = { actor_kind: 'partner-key', organisation_id: id };
    for (const table of ['idempotency_record', 'api_key']) {
      for (const row of (await seen(table, as)) ?? []) expect(row.organisation_id, table).toBe(id);
    }
    expect(await seen('appointment', as)).toEqual([]);
    expect(await seen('person', as)).toEqual([]);
  }
});

it('keeps back the address of a place that is not public, whoever asks from outside', async () => {
  const hidden = await world.rows<{ id: string }>(
    `SELECT l.id FROM listing l JOIN listing_address a ON a.listing_id = l.id WHERE l.visibility <> 'public'`,
  );
  expect(hidden.length).toBeGreaterThan(0);
  for (const kind of ['visitor', 'person', 'counsellor', 'system']) {
    const rows =
      (await seen('listing_address', { actor_kind: kind, person_id: personId, staff_id: counsellorId })) ??
      [];
    expect(
      rows.filter((row) => hidden.some(({ id }) => id === row.listing_id)),
      kind,
    ).toEqual([]);
  }
});

it('holds what a person wants to be called in no readable form', async () => {
  for (const table of tables) {
    const rows = await world.rows(`SELECT t::text AS row FROM ${table} t`);
    const bytes = JSON.stringify(rows);
    expect(bytes, table).not.toContain(CALLED);
    expect(bytes, table).not.toContain(Buffer.from(CALLED).toString('hex'));
  }
});

/** The code of what PostgreSQL says to a statement of the application, under these settings; undefined when it does it. */
async function refusalOf(
  settings: Record<string, string>,
  statement: string,
  values: unknown[] = [],
): Promise<string | undefined> {
  await app.query('BEGIN');
  try {
    for (const [name, value] of Object.entries({ now: NOW, ...settings }))
      await app.query('SELECT set_config($1, $2, true)', [`homeward.${name}`, value]);
    await app.query(statement, values);
    return undefined;
  } catch (error) {
    return (error as { code?: string }).code;
  } finally {
    await app.query('ROLLBACK');
  }
}

/** How many rows of a table a statement of the application would delete, under these settings. */
async function deletedAs(settings: Record<string, string>, table: string): Promise<number | null> {
  await app.query('BEGIN');
  try {
    for (const [name, value] of Object.entries(settings))
      await app.query('SELECT set_config($1, $2, true)', [`homeward.${name}`, value]);
    return (await app.query(`DELETE FROM ${table}`)).rowCount;
  } finally {
    await app.query('ROLLBACK');
  }
}

const NOT_ALLOWED = '42501';
const NO_SUCH_ROW = '23503';

it('lets a person give their appointment back or move it, and change nothing else of it or of themselves', async () => {
  const self = { actor_kind: 'person', person_id: personId };
  expect(await refusalOf(self, `UPDATE appointment SET status = 'cancelled'`)).toBeUndefined();
  expect(await refusalOf(self, `UPDATE appointment SET period = period, modality = 'phone'`)).toBeUndefined();
  for (const change of [
    `status = 'fulfilled'`,
    'counsellor_id = counsellor_id',
    'organisation_id = organisation_id',
    'person_id = person_id',
    'urgent_reason = urgent_reason',
    'reference = reference',
    'sequence = sequence',
  ]) {
    expect(await refusalOf(self, `UPDATE appointment SET ${change}`), change).toBe(NOT_ALLOWED);
  }
  expect(await refusalOf(self, `UPDATE person SET zone = 'Asia/Bangkok'`)).toBeUndefined();
  for (const column of ['passphrase_hash', 'access_number_index', 'created_at'])
    expect(await refusalOf(self, `UPDATE person SET ${column} = ${column}`), column).toBe(NOT_ALLOWED);
});

it('tells how to meet until an hour after the appointment, and opens what a person wrote while they are looked after', async () => {
  const [row] = await world.rows<{ ends: Date; organisation: string }>(
    'SELECT upper(period) AS ends, organisation_id AS organisation FROM appointment',
  );
  if (row === undefined) throw new Error('there is no appointment');
  const minute = 60_000;
  const at = (ms: number) => ({ now: new Date(row.ends.getTime() + ms).toISOString() });
  const self = { actor_kind: 'person', person_id: personId };
  expect(await seen('meeting_detail', { ...self, ...at(60 * minute - 1) })).toHaveLength(1);
  expect(await seen('meeting_detail', { ...self, ...at(60 * minute) })).toEqual([]);
  const staff = { actor_kind: 'counsellor', staff_id: counsellorId, organisation_id: row.organisation };
  const days = 24 * 60 * minute;
  expect(await seen('person_vault', { ...staff, ...at(30 * days - 1) })).toHaveLength(1);
  expect(await seen('person_vault', { ...staff, ...at(30 * days) })).toEqual([]);
  for (const kind of ['partner-staff', 'platform-admin', 'staff-pending'])
    expect(await seen('person_vault', { ...staff, actor_kind: kind }), kind).toEqual([]);
});

it('lets nobody make themselves somebody who looks after a person, nor wipe out that they looked', async () => {
  const [mine] = await world.rows<{ organisation_id: string }>(
    'SELECT organisation_id FROM counsellor WHERE id = $1',
    [counsellorId],
  );
  const staff = {
    actor_kind: 'counsellor',
    staff_id: counsellorId,
    organisation_id: mine?.organisation_id ?? '',
  };
  const insert = `INSERT INTO care_assignment (id, organisation_id, person_id, staff_id, kind, since, until)
    VALUES (gen_random_uuid(), $1, $2, $3, $4, '2026-01-01', '2028-01-01')`;
  for (const kind of ['appointment', 'confirmed', 'break-glass']) {
    const values = [mine?.organisation_id, personId, counsellorId, kind];
    expect(await refusalOf(staff, insert, values), kind).toBe(NOT_ALLOWED);
  }
  const other = (await world.person()).actor.personId;
  const stranger = { actor_kind: 'person', person_id: other };
  const values = [mine?.organisation_id, other, counsellorId, 'appointment'];
  expect(await refusalOf(stranger, insert, values), 'a person without an appointment').toBe(NOT_ALLOWED);
  for (const change of ['staff_id = staff_id', 'person_id = person_id', `kind = 'confirmed'`])
    expect(await refusalOf(staff, `UPDATE care_assignment SET ${change}`), change).toBe(NOT_ALLOWED);
  for (const statement of [
    'UPDATE record_access SET at = at',
    'TRUNCATE record_access',
    'TRUNCATE care_assignment',
  ]) {
    for (const who of [staff, { actor_kind: 'person', person_id: personId }, { actor_kind: 'system' }])
      expect(await refusalOf(who, statement), statement).toBe(NOT_ALLOWED);
  }
  // Deleting is for the job that forgets, and for what is past its date by the clock of the transaction.
  for (const table of ['record_access', 'care_assignment']) {
    const rows = await world.rows(`SELECT FROM ${table}`);
    for (const who of [staff, { actor_kind: 'person', person_id: personId }, { actor_kind: 'system' }]) {
      const now = '2026-11-25T00:00:00Z';
      expect(await deletedAs({ ...who, now }, table), table).toBe(0);
    }
    expect(rows.length).toBeGreaterThan(0);
  }
});

it('lets whoever books lock a counsellor’s row, and nobody move a counsellor to another organisation', async () => {
  const [mali] = await world.rows<{ organisation_id: string }>(
    'SELECT organisation_id FROM counsellor WHERE id = $1',
    [counsellorId],
  );
  const self = {
    actor_kind: 'counsellor',
    staff_id: counsellorId,
    organisation_id: mali?.organisation_id ?? '',
  };
  const person = { actor_kind: 'person', person_id: personId };
  expect(await refusalOf(person, 'SELECT FROM counsellor FOR NO KEY UPDATE')).toBeUndefined();
  const move = 'UPDATE counsellor SET organisation_id = organisation_id WHERE id = $1';
  expect(await refusalOf(self, move, [counsellorId])).toBe(NOT_ALLOWED);
  expect(await refusalOf(person, 'UPDATE counsellor SET accepts_newcomers = false')).toBe(NOT_ALLOWED);
});

it('keeps the law against overlaps by refusing an appointment under another organisation than its counsellor’s', async () => {
  const [other] = await world.rows<{ id: string }>(
    'SELECT id FROM organisation WHERE id <> (SELECT organisation_id FROM counsellor WHERE id = $1)',
    [counsellorId],
  );
  const insert = `INSERT INTO appointment (id, organisation_id, counsellor_id, person_id, reference, status, period, blocked_period, modality, person_zone, created_at)
    VALUES (gen_random_uuid(), $1, $2, $3, 'A-1', 'booked', '[2027-01-01,2027-01-02)', '[2027-01-01,2027-01-02)', 'video', 'UTC', now())`;
  const person = { actor_kind: 'person', person_id: personId };
  expect(await refusalOf(person, insert, [other?.id, counsellorId, personId])).toBe(NO_SUCH_ROW);
});

it('lets no key put a text or an address under a listing of another organisation', async () => {
  const [listing] = await world.rows<{ id: string; organisation_id: string }>(
    `SELECT id, organisation_id FROM listing l
       WHERE NOT EXISTS (SELECT FROM listing_address a WHERE a.listing_id = l.id)`,
  );
  expect(listing).toBeDefined();
  const [other] = await world.rows<{ id: string }>('SELECT id FROM organisation WHERE id <> $1', [
    listing?.organisation_id,
  ]);
  const as = (id: string | undefined) => ({ actor_kind: 'partner-key', organisation_id: id ?? '' });
  for (const insert of [
    `INSERT INTO listing_text VALUES ($1, $2, 'xx', 'theirs', 'theirs')`,
    `INSERT INTO listing_address VALUES ($1, $2, '{}')`,
  ]) {
    expect(await refusalOf(as(other?.id), insert, [listing?.id, other?.id])).toBe(NO_SUCH_ROW);
    expect(
      await refusalOf(as(listing?.organisation_id), insert, [listing?.id, listing?.organisation_id]),
    ).toBeUndefined();
  }
});

it('shows the kept answers of an organisation to its keys, and not to its people', async () => {
  const [{ id } = { id: '' }] = await world.rows<{ id: string }>('SELECT id FROM organisation');
  expect(await seen('idempotency_record', { actor_kind: 'partner-key', organisation_id: id })).toHaveLength(
    1,
  );
  for (const kind of ['counsellor', 'partner-staff', 'organisation-admin', 'platform-admin']) {
    const as = { actor_kind: kind, staff_id: counsellorId, organisation_id: id };
    expect(await seen('idempotency_record', as), kind).toEqual([]);
  }
});

it('shows codes to the admins of their organisation, and to nobody else who works there', async () => {
  const [{ organisation_id: id, batches } = { organisation_id: '', batches: 0 }] = await world.rows<{
    organisation_id: string;
    batches: number;
  }>('SELECT organisation_id, count(*)::int AS batches FROM invitation_batch GROUP BY 1');
  const as = (kind: string) => ({ actor_kind: kind, staff_id: counsellorId, organisation_id: id });
  for (const table of ['invitation_batch', 'invitation_code']) {
    expect(await seen(table, as('organisation-admin')), table).toHaveLength(batches);
    for (const kind of ['counsellor', 'partner-staff', 'platform-admin', 'person'])
      expect(await seen(table, as(kind)), `${table} ${kind}`).toEqual([]);
  }
});

it('lets nobody confirm their own request for a code, or make a code of one that nobody confirmed', async () => {
  const [request] = await world.rows<{ organisation_id: string; started_by: string }>(
    'SELECT organisation_id, started_by FROM recovery_code',
  );
  const [colleague] = await world.rows<{ id: string }>(
    'SELECT id FROM counsellor WHERE organisation_id = $1 AND id <> $2',
    [request?.organisation_id, request?.started_by],
  );
  const as = (id = '') => ({
    actor_kind: 'counsellor',
    staff_id: id,
    organisation_id: request?.organisation_id ?? '',
  });
  const changed = async (settings: Record<string, string>, set: string) => {
    await app.query('BEGIN');
    try {
      for (const [name, value] of Object.entries({ now: NOW, ...settings }))
        await app.query('SELECT set_config($1, $2, true)', [`homeward.${name}`, value]);
      return (await app.query(`UPDATE recovery_code SET ${set}`)).rowCount;
    } catch (error) {
      return (error as { code?: string }).code;
    } finally {
      await app.query('ROLLBACK');
    }
  };
  const confirm = `confirmed_by = actor_staff(), confirmed_at = now()`;
  const forge = `confirmed_by = '${colleague?.id}', confirmed_at = now(), code_index = sha256('x')`;
  expect(await changed(as(request?.started_by), confirm)).toBe(0);
  expect(await changed(as(request?.started_by), forge)).toBe(0);
  expect(await changed(as(colleague?.id), `code_index = sha256('x')`)).toBe(NOT_ALLOWED);
  expect(await changed(as(colleague?.id), confirm)).toBe(1);
});
