import { randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { Client } from 'pg';
import type { Connection } from '../src/embedded/index.ts';
import type { TestPostgres } from './start-test-postgres.ts';

const MOST_TRIES = 10;

/** The two databases of a test file's own, copied from the migrated ones. `drop` throws them away. */
export async function createTestDatabase(
  postgres: TestPostgres,
): Promise<TestPostgres & { drop: () => Promise<void> }> {
  const { owner, app, keysOwner, keys } = postgres;
  const word = randomBytes(8).toString('hex');
  const [data, keyStore] = [`test_${word}`, `test_${word}_keys`];
  await copyDatabase(owner, data);
  await copyDatabase(keysOwner, keyStore);
  return {
    owner: { ...owner, database: data },
    app: { ...app, database: data },
    keysOwner: { ...keysOwner, database: keyStore },
    keys: { ...keys, database: keyStore },
    drop: async () => {
      await dropDatabase(owner, data);
      await dropDatabase(keysOwner, keyStore);
    },
  };
}

/** Copies a database that nobody is connected to, as a backup would be. */
export async function copyDatabase(source: Connection, name: string): Promise<void> {
  await asMaintenance(source, `CREATE DATABASE ${name} TEMPLATE ${source.database} STRATEGY FILE_COPY`);
}

export async function dropDatabase(owner: Connection, name: string): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      await asMaintenance(owner, `DROP DATABASE ${name} WITH (FORCE)`);
      return;
    } catch (error) {
      // Autovacuum is at work in it, which an owner may not end: it is over in a moment.
      const isBusy = error instanceof Error && 'code' in error && error.code === '42501';
      if (!isBusy || tries >= MOST_TRIES) throw error;
      await wait(tries * 200);
    }
  }
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
