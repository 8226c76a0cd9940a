import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { Client, type ClientConfig } from 'pg';

/** The two databases, which hold nothing of each other: people's rows, and the keys to what they wrote. */
export type DatabasePart = 'data' | 'keys';

const FOLDERS = {
  data: new URL('../migrations/', import.meta.url),
  keys: new URL('../keys-migrations/', import.meta.url),
} as const satisfies Record<DatabasePart, URL>;
/** Any number of servers may start at once: they migrate one after the other behind this key. */
const LOCK_KEY = 7_204_118_031;

interface Migration {
  name: string;
  sql: string;
  checksum: string;
}

/**
 * Applies what is missing, in order of name, each file in a transaction of its own behind one lock.
 * Answers the names that were applied. Throws when an applied file was edited since.
 */
export async function migrate(owner: ClientConfig, part: DatabasePart = 'data'): Promise<string[]> {
  const client = new Client(owner);
  await client.connect();
  try {
    await client.query(`SET client_min_messages = warning`);
    const applied: string[] = [];
    for (const migration of await readMigrations(part)) {
      if (await applyIfMissing(client, migration)) applied.push(migration.name);
    }
    return applied;
  } finally {
    await client.end();
  }
}

/** The names of the migrations that `migrate` would apply. */
export async function findPendingMigrations(
  connection: ClientConfig,
  part: DatabasePart = 'data',
): Promise<string[]> {
  const client = new Client(connection);
  await client.connect();
  try {
    const { rows } = await client.query<{ present: boolean }>(
      `SELECT to_regclass('public.schema_migration') IS NOT NULL AS present`,
    );
    const done = rows[0]?.present
      ? (await client.query<{ name: string }>('SELECT name FROM schema_migration')).rows
      : [];
    const names = new Set(done.map((row) => row.name));
    return (await readMigrations(part)).map(({ name }) => name).filter((name) => !names.has(name));
  } finally {
    await client.end();
  }
}

async function readMigrations(part: DatabasePart): Promise<Migration[]> {
  const folder = FOLDERS[part];
  const names = (await readdir(folder)).filter((name) => /^\d{4}_[a-z_]+\.sql$/.test(name)).sort();
  return Promise.all(
    names.map(async (name) => {
      const sql = await readFile(new URL(name, folder), 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    }),
  );
}

async function applyIfMissing(client: Client, { name, sql, checksum }: Migration): Promise<boolean> {
  await client.query('BEGIN');
  try {
    await client.query('SELECT pg_advisory_xact_lock($1)', [LOCK_KEY]);
    // A migration that waits for a lock makes every request behind it wait too: better to fail and be tried again.
    await client.query(`SET LOCAL lock_timeout = '10s'`);
    await client.query(
      `CREATE TABLE IF NOT EXISTS schema_migration (name text PRIMARY KEY, checksum text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())`,
    );
    const { rows } = await client.query<{ checksum: string }>(
      'SELECT checksum FROM schema_migration WHERE name = $1',
      [name],
    );
    const known = rows[0];
    if (known !== undefined && known.checksum !== checksum) {
      throw new Error(`migration ${name} was changed after it was applied: write a new one instead`);
    }
    if (known === undefined) {
      await client.query(sql);
      await client.query('INSERT INTO schema_migration (name, checksum) VALUES ($1, $2)', [name, checksum]);
    }
    await client.query('COMMIT');
    return known === undefined;
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  }
}
