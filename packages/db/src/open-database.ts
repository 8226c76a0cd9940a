import { Kysely, PostgresDialect } from 'kysely';
import { Pool, type PoolConfig, types } from 'pg';
import type { DB } from './generated/schema.ts';

/** The database as the application sees it. */
export type Database = Kysely<DB>;

const DATE_OID = 1082;

/** Opens a pool as the application's login. Close it with `destroy()`. A `date` is a string such as `2026-11-24`: it has no zone. */
export function openDatabase(config: PoolConfig): Database {
  const pool = new Pool({
    max: 10,
    connectionTimeoutMillis: 10_000,
    statement_timeout: 30_000,
    idle_in_transaction_session_timeout: 30_000,
    ...config,
    types: {
      getTypeParser: (oid: number, format?: 'text' | 'binary') =>
        oid === DATE_OID ? (value: string) => value : types.getTypeParser(oid, format),
    },
  });
  // A connection that breaks while idle is replaced at the next use; without a listener it would end the process.
  pool.on('error', () => undefined);
  // The same for one that breaks in use: whoever uses it gets the error with their statement.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return new Kysely<DB>({ dialect: new PostgresDialect({ pool }) });
}
