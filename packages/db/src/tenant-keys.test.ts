import { Client } from 'pg';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { createTestDatabase } from '../testing/index.ts';

/**
 * Unique and exclusion constraints without the tenant's key, on tables that have it. How each would be kept past one primary
 * stands in docs/adr/0028-tenant-keys.md; a new one belongs there first, and then here.
 */
const EXCEPTIONS = [
  // Ids: random by construction.
  'api_key_pkey',
  'appointment_pkey',
  'availability_override_pkey',
  'break_glass_pkey',
  'care_assignment_pkey',
  'consent_pkey',
  'counsellor_pkey',
  'invitation_batch_pkey',
  'listing_pkey',
  'meeting_detail_pkey',
  'notice_pkey',
  'passkey_pkey',
  'place_pkey',
  'record_access_pkey',
  'recovery_code_pkey',
  'room_pkey',
  'staff_invitation_pkey',
  'staff_pkey',
  'time_off_pkey',
  'time_offer_pkey',
  'waiting_wish_pkey',
  'weekly_rule_pkey',
  // Found by a secret, before any organisation is known.
  'api_key_key_hash_key',
  'invitation_code_pkey',
  'passkey_credential_index_key',
  'recovery_code_code_index_key',
  'staff_invitation_code_index_key',
  'staff_sign_in_index_key',
  'staff_sign_in_name_key',
  // A person's own, across organisations.
  'appointment_person_free',
  // One chain over all.
  'audit_entry_pkey',
  'audit_entry_seq',
];

let database: Awaited<ReturnType<typeof createTestDatabase>>;
let owner: Client;
beforeAll(async () => {
  database = await createTestDatabase(inject('postgres'));
  owner = new Client(database.owner);
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await database.drop();
});

/** Unique and exclusion constraints (by their index) that leave out the column of the tenant their table has. */
const findWithoutTenant = async (): Promise<string[]> => {
  const { rows } = await owner.query<{ name: string }>(
    `SELECT x.relname AS name FROM pg_index i
       JOIN pg_class x ON x.oid = i.indexrelid JOIN pg_class t ON t.oid = i.indrelid
       JOIN pg_namespace n ON n.oid = t.relnamespace AND n.nspname = 'public'
       JOIN pg_attribute a ON a.attrelid = t.oid AND a.attname = 'organisation_id' AND NOT a.attisdropped
     WHERE (i.indisunique OR i.indisexclusion) AND NOT t.relispartition
       AND a.attnum <> ALL ((i.indkey::smallint[])[0:i.indnkeyatts - 1])`,
  );
  return rows.map(({ name }) => name).sort();
};

it('has the tenant’s key in every unique and exclusion constraint of a table that has one, but for those with a reason', async () => {
  expect(await findWithoutTenant()).toEqual([...EXCEPTIONS].sort());
});

it.each([
  ['a primary key', 'CREATE TABLE fresh (id uuid PRIMARY KEY, organisation_id uuid)', 'fresh_pkey'],
  [
    'an index that only carries it along',
    'CREATE TABLE fresh (id uuid, organisation_id uuid); CREATE UNIQUE INDEX fresh_id ON fresh (id) INCLUDE (organisation_id)',
    'fresh_id',
  ],
  [
    'an exclusion',
    `CREATE TABLE fresh (room int, organisation_id uuid, period tstzrange,
       CONSTRAINT fresh_free EXCLUDE USING gist (period WITH &&))`,
    'fresh_free',
  ],
])('would find %s without it', async (_, statement, name) => {
  await owner.query('BEGIN');
  await owner.query(statement);
  expect(await findWithoutTenant()).toContain(name);
  await owner.query('ROLLBACK');
});
