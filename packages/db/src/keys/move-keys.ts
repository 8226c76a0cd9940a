import { Client, type ClientConfig } from 'pg';

/** How keys lay in the data database before there was a key store: all under the one master key, by today's name "1". */
const FIRST_MASTER_KEY = '1';

/**
 * Moves data keys that still lie in the data database into the key store. Call before the migration that drops their
 * table. A row leaves only after its copy is committed; killed in between, the next call finds both and goes on.
 */
export async function moveKeys({
  owner,
  keys,
}: {
  owner: ClientConfig;
  keys: ClientConfig;
}): Promise<number> {
  const data = new Client(owner);
  await data.connect();
  try {
    const { rows: found } = await data.query(
      `SELECT to_regclass('public.person_key') IS NOT NULL AS present`,
    );
    if (!found[0]?.present) return 0;
    await data.query('BEGIN; LOCK TABLE person_key IN ACCESS EXCLUSIVE MODE');
    const { rows } = await data.query<{ person_id: string; wrapped_key: Buffer; created_at: Date }>(
      'SELECT k.person_id, k.wrapped_key, p.created_at FROM person_key k JOIN person p ON p.id = k.person_id',
    );
    await copy(keys, rows);
    await data.query('DELETE FROM person_key');
    await data.query('COMMIT');
    return rows.length;
  } finally {
    await data.end();
  }
}

async function copy(
  keys: ClientConfig,
  rows: readonly { person_id: string; wrapped_key: Buffer; created_at: Date }[],
): Promise<void> {
  if (rows.length === 0) return;
  const client = new Client(keys);
  await client.connect();
  try {
    await client.query(
      `INSERT INTO person_key (person_id, master_key_id, wrapped_key, created_at)
       SELECT id, $1, wrapped, at FROM unnest($2::uuid[], $3::bytea[], $4::timestamptz[]) AS t (id, wrapped, at)
       WHERE NOT EXISTS (SELECT FROM person_key k WHERE k.person_id = id)
         AND NOT EXISTS (SELECT FROM erased_person e WHERE e.person_id = id)`,
      [
        FIRST_MASTER_KEY,
        rows.map((row) => row.person_id),
        rows.map((row) => row.wrapped_key),
        rows.map((row) => row.created_at),
      ],
    );
  } finally {
    await client.end();
  }
}
