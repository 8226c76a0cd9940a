import { canary } from '@homeward/db/testing';
import { Client } from 'pg';
import { bookAppointment, getAppointmentForCounsellor } from '../../src/booking/index.ts';
import { listFreeSlots } from '../../src/counsellor/index.ts';
import { fillDemo } from '../../src/demo/index.ts';
import { requestErasure } from '../../src/erasure/index.ts';
import { carryOutEvent } from '../../src/notice/index.ts';
import { createWorld, type World } from '../create-world.ts';

/** Tables that anybody may read by nature; what they hold is asserted by the presenters' tests. */
const PUBLIC = ['schema_migration'];

const NOW = '2026-11-24T01:00:00Z';

/** What PostgreSQL says to a statement that no grant or policy allows, and to a reference to no row. */
export const NOT_ALLOWED = '42501';
export const NO_SUCH_ROW = '23503';

type Settings = Record<string, string>;

/** A database with rows in every table, and a connection of the application's to look at them as anybody. */
export interface Rows extends AsyncDisposable {
  world: World;
  /** Every table but those that anybody may read. */
  tables: string[];
  personId: string;
  /** Whom the person has an appointment with. */
  counsellorId: string;
  /** What the person wants to be called. */
  called: string;
  /** The rows of a table that a connection of the application sees, under these settings; null where it may not look at all. */
  seen(table: string, settings: Settings): Promise<Record<string, unknown>[] | null>;
  /** The code of what PostgreSQL says to a statement of the application, under these settings; undefined when it does it. */
  refusalOf(settings: Settings, statement: string, values?: unknown[]): Promise<string | undefined>;
  /** How many rows a statement of the application would change, under these settings, or the code of the refusal. It is undone. */
  changed(settings: Settings, statement: string): Promise<number | string | null>;
}

/** A new table gets a row here. */
export async function arrangeRows(): Promise<Rows> {
  const called = canary('call-me');
  const world = await createWorld({ now: NOW });
  await fillDemo(world.system);
  const person = await world.person();
  const { personId } = person.actor;
  const [counsellor] = await world.rows<{ id: string; organisation_id: string }>(
    `SELECT id, organisation_id FROM counsellor WHERE alias = 'Mali'`,
  );
  if (counsellor === undefined) throw new Error('the demo has no Mali');
  const counsellorId = counsellor.id;
  const window = { from: '2026-11-24T00:00:00Z', to: '2026-12-01T00:00:00Z' };
  const [slot] = await listFreeSlots(person, { counsellorId, ...window });
  if (slot === undefined) throw new Error('Mali has no free time');
  const { id: appointmentId } = await bookAppointment(person, {
    counsellorId,
    startsAt: slot.startsAt,
    modality: 'video',
    zone: 'Asia/Bangkok',
    callMe: called,
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
  await carryOutEvent(world.system, {
    id: personId,
    type: 'appointment.booked',
    by: 'person',
    organisationId: counsellor.organisation_id,
    appointmentId,
    staffId: counsellorId,
  });
  await world.rows(
    `INSERT INTO person_notice (event_id, organisation_id, person_id, kind, appointment_id, created_at)
     VALUES ($1, $2, $3, 'appointment-moved', $1, now())`,
    [appointmentId, counsellor.organisation_id, personId],
  );
  await world.rows(
    `INSERT INTO message (event_id, organisation_id, person_id, kind, appointment_id, created_at, next_at)
     VALUES ($1, $2, $3, 'appointment-moved', $1, now(), 'infinity')`,
    [appointmentId, counsellor.organisation_id, personId],
  );
  await world.rows(`INSERT INTO reminder_choice VALUES ($1, '{day}', now())`, [personId]);
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
    `INSERT INTO appointment_note (id, organisation_id, appointment_id, person_id, version, written_by, text_sealed, at)
       SELECT id, organisation_id, id, person_id, 1, counsellor_id, '\\x00', now() FROM appointment WHERE id = $1`,
    [appointmentId],
  );
  await world.rows(
    `INSERT INTO handover (id, organisation_id, person_id, from_staff_id, to_staff_id, proposed_by, status, proposed_at)
       SELECT $1, organisation_id, $1, min(id::text)::uuid, max(id::text)::uuid, min(id::text)::uuid, 'asked', now()
       FROM counsellor WHERE organisation_id = $2 GROUP BY organisation_id`,
    [personId, counsellor.organisation_id],
  );
  await world.rows(
    `INSERT INTO calendar_feed (organisation_id, counsellor_id, token_hash, made_at)
       SELECT organisation_id, id, sha256(id::text::bytea), now() FROM counsellor`,
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
  await world.rows(`INSERT INTO contact_trouble SELECT person_id, now(), now() FROM safe_contact`);
  await world.rows(
    `INSERT INTO throttle (bucket, failures, since) VALUES (substr(sha256('x'), 1, 16), 1, now())`,
  );
  await world.rows(`INSERT INTO missing_help VALUES (now(), 'legal', 'my', 'video', 1)`);
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
  await world.rows(
    `INSERT INTO appointment (id, kind, organisation_id, counsellor_id, reference, status, seats, period, blocked_period, modality, person_zone, created_at)
     VALUES ($1, 'group', $2, $3, 'A-1', 'booked', 5, '[2027-03-01,2027-03-02)', '[2027-03-01,2027-03-02)', 'video', 'UTC', now())`,
    [counsellorId, counsellor.organisation_id, counsellorId],
  );
  await world.rows(
    `INSERT INTO group_session (appointment_id, organisation_id, texts, practice) VALUES ($1, $2, '[{}]', 'counselling')`,
    [counsellorId, counsellor.organisation_id],
  );
  await world.rows(
    `INSERT INTO waiting_wish (id, organisation_id, person_id, counsellor_id, among, modalities, person_zone, created_at, ends_at)
     VALUES ($1, $2, $1, $3, 'counsellor', '{video}', 'UTC', now(), now() + interval '1 day')`,
    [personId, counsellor.organisation_id, counsellorId],
  );
  await world.rows(
    `INSERT INTO time_offer (id, organisation_id, wish_id, person_id, counsellor_id, starts_at, ends_at, modality, made_at, expires_at)
     VALUES ($1, $2, $1, $1, $3, '2027-03-01', '2027-03-02', 'video', now(), now())`,
    [personId, counsellor.organisation_id, counsellorId],
  );
  const app = new Client(world.app);
  await app.connect();
  const found = await world.rows<{ name: string }>(
    `SELECT c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p') ORDER BY 1`,
  );
  const tables = found.map(({ name }) => name).filter((name) => !PUBLIC.includes(name));

  const attempt = async <Output>(
    settings: Settings,
    run: () => Promise<Output>,
  ): Promise<Output | string> => {
    await app.query('BEGIN');
    try {
      for (const [name, value] of Object.entries({ now: NOW, ...settings }))
        await app.query('SELECT set_config($1, $2, true)', [`homeward.${name}`, value]);
      return await run();
    } catch (error) {
      const { code } = error as { code?: string };
      if (code === undefined) throw error;
      return code;
    } finally {
      await app.query('ROLLBACK');
    }
  };
  return {
    world,
    tables,
    personId,
    counsellorId,
    called,
    seen: async (table, settings) => {
      const rows = await attempt(settings, async () => (await app.query(`SELECT * FROM ${table}`)).rows);
      if (typeof rows !== 'string') return rows;
      if (rows === NOT_ALLOWED) return null;
      throw new Error(`${table} cannot be read: ${rows}`);
    },
    refusalOf: (settings, statement, values = []) =>
      attempt(settings, async () => {
        await app.query(statement, values);
        return undefined;
      }),
    changed: (settings, statement) => attempt(settings, async () => (await app.query(statement)).rowCount),
    async [Symbol.asyncDispose]() {
      await app.end();
      await world[Symbol.asyncDispose]();
    },
  };
}
