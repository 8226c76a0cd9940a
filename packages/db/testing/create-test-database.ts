import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import type { Connection } from '../src/embedded/index.ts';
import type { TestPostgres } from './start-test-postgres.ts';

/** A database of a test file's own, copied from the migrated one. `drop` throws it away. */
export async function createTestDatabase({
  owner,
  app,
}: TestPostgres): Promise<{ owner: Connection; app: Connection; drop: () => Promise<void> }> {
  const name = `test_${randomBytes(8).toString('hex')}`;
  await asMaintenance(owner, `CREATE DATABASE ${name} TEMPLATE ${owner.database} STRATEGY FILE_COPY`);
  return {
    owner: { ...owner, database: name },
    app: { ...app, database: name },
    drop: () => asMaintenance(owner, `DROP DATABASE ${name} WITH (FORCE)`),
  };
}

/** From another database: one that somebody is connected to can't be copied or dropped. */
async function asMaintenance(owner: Connection, statement: string): Promise<void> {
  const client = new Client({ ...owner, database: 'postgres' });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
