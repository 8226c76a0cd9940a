import { PostgresDialect } from 'kysely';
import { Client, Pool } from 'pg';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { createTestDatabase, generateTypes, readGenerated } from '../testing/index.ts';
import { assertCannotBypass, findPendingMigrations, migrate, openDatabase } from './index.ts';

let database: Awaited<ReturnType<typeof createTestDatabase>>;
let owner: Client;
let app: Client;

beforeAll(async () => {
  database = await createTestDatabase(inject('postgres'));
  owner = new Client(database.owner);
  app = new Client(database.app);
  await Promise.all([owner.connect(), app.connect()]);
});
afterAll(async () => {
  await Promise.all([owner.end(), app.end()]);
  await database.drop();
});

const TABLES = `SELECT c.relname AS name, c.relrowsecurity AS secured,
    (SELECT count(*)::integer FROM pg_policy p WHERE p.polrelid = c.oid) AS policies
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p') ORDER BY 1`;

it('has row-level security and a policy on every table', async () => {
  const { rows } = await owner.query(TABLES);
  expect(rows.length).toBeGreaterThan(15);
  for (const table of rows)
    expect(table, table.name).toMatchObject({ secured: true, policies: expect.toSatisfy((n) => n > 0) });
});

it('gives nobody any row of any table', async () => {
  const { rows: tables } = await owner.query(TABLES);
  for (const { name } of tables.filter((table) => table.name !== 'schema_migration')) {
    const seen = await app
      .query(`SELECT count(*)::integer AS rows FROM ${name}`)
      .catch((error: { code: string }) => error);
    if ('code' in seen) expect(seen.code, name).toBe('42501');
    else expect(seen.rows[0], name).toEqual({ rows: 0 });
  }
});

it('lets nobody write any table', async () => {
  await expect(
    app.query(
      `INSERT INTO organisation (id, name, country, created_at) VALUES (gen_random_uuid(), 'x', 'TH', now())`,
    ),
  ).rejects.toMatchObject({ code: '42501' });
  await expect(
    app.query(
      `INSERT INTO audit_entry (id, at, action, actor_kind) VALUES (gen_random_uuid(), now(), 'x.y', 'system')`,
    ),
  ).rejects.toMatchObject({ code: '42501' });
});

it('lets the application append to the audit log, as who acts, and do nothing else with it', async () => {
  const append = `SELECT append_audit(gen_random_uuid(), now(), 'x.y', NULL, NULL)`;
  await expect(app.query(append), 'nobody said who acts').rejects.toMatchObject({ code: '23502' });
  await app.query('BEGIN');
  await app.query(`SELECT set_config('homeward.actor_kind', 'system', true)`);
  await app.query(append);
  await app.query('COMMIT');
  const { rows } = await owner.query('SELECT seq, actor_kind FROM audit_entry');
  expect(rows).toEqual([{ seq: '1', actor_kind: 'system' }]);
  for (const statement of [
    'SELECT * FROM audit_entry',
    `INSERT INTO audit_entry SELECT * FROM audit_entry`,
    `UPDATE audit_entry SET action = 'z'`,
    'DELETE FROM audit_entry',
    'TRUNCATE audit_entry',
    'SELECT * FROM audit_head',
    'UPDATE audit_head SET seq = 0',
    'DELETE FROM audit_head',
    `SELECT * FROM read_audit_entries(0, '00000000-0000-0000-0000-000000000000', 1)`,
    'SELECT audit_hash(NULL, 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL)',
  ]) {
    await expect(app.query(statement), statement).rejects.toMatchObject({ code: '42501' });
  }
});

it('keeps what is no word out of the audit log', async () => {
  for (const action of ['Mali booked', 'a.b c', 'x.y@example.org', '']) {
    await app.query('BEGIN');
    await app.query(`SELECT set_config('homeward.actor_kind', 'system', true)`);
    const said = app.query(`SELECT append_audit(gen_random_uuid(), now(), $1, NULL, NULL)`, [action]);
    await expect(said, action).rejects.toMatchObject({ code: '23514' });
    await app.query('ROLLBACK');
  }
});

it('carries nothing of one transaction over to the next on the same connection', async () => {
  await app.query('BEGIN');
  await app.query(`SELECT set_config('homeward.actor_kind', 'system', true)`);
  await app.query('COMMIT');
  const { rows } = await app.query('SELECT actor_kind() AS kind');
  expect(rows).toEqual([{ kind: null }]);
});

it('does not let the application create, alter or drop anything', async () => {
  for (const statement of [
    'CREATE TABLE mine (id int)',
    'ALTER TABLE listing ADD COLUMN x int',
    'DROP TABLE listing',
    'CREATE SCHEMA mine',
    'DROP POLICY listing_read ON listing',
  ]) {
    await expect(app.query(statement)).rejects.toMatchObject({ code: '42501' });
  }
});

it('refuses a login that could bypass the policies', async () => {
  const asOwner = openDatabase(database.owner);
  await expect(assertCannotBypass(asOwner)).rejects.toThrow('owns tables');
  await asOwner.destroy();
  const asApp = openDatabase(database.app);
  await expect(assertCannotBypass(asApp)).resolves.toBeUndefined();
  await asApp.destroy();
});

it('has types that match the migrated database', async () => {
  const generated = await generateTypes(new PostgresDialect({ pool: new Pool(database.owner) }));
  expect(generated, 'run `npm run db:types`').toBe(await readGenerated());
});

it('migrates once, however many servers start at once', async () => {
  const name = `migrate_${process.pid}`;
  const maintenance = new Client({ ...database.owner, database: 'postgres' });
  await maintenance.connect();
  await maintenance.query(`CREATE DATABASE ${name}`);
  const target = { ...database.owner, database: name };
  try {
    const pending = await findPendingMigrations(target);
    const applied = await Promise.all(Array.from({ length: 5 }, () => migrate(target)));
    expect(applied.flat().sort()).toEqual(pending);
    expect(await findPendingMigrations(target)).toEqual([]);
  } finally {
    await maintenance.query(`DROP DATABASE ${name} WITH (FORCE)`);
    await maintenance.end();
  }
});

it('refuses to go on when an applied migration was edited', async () => {
  await owner.query(`UPDATE schema_migration SET checksum = 'x' WHERE name = '0001_foundation.sql'`);
  await expect(migrate(database.owner)).rejects.toThrow(
    '0001_foundation.sql was changed after it was applied',
  );
});
