import { type ClientBase, type ClientConfig, Pool, type PoolConfig } from 'pg';

/** A pool as the key store's login. Few connections: a key is asked for once a request. */
export function openKeysPool(config: PoolConfig & ClientConfig): Pool {
  const pool = new Pool({
    max: 5,
    connectionTimeoutMillis: 10_000,
    statement_timeout: 30_000,
    idle_in_transaction_session_timeout: 30_000,
    ...config,
  });
  // A connection that breaks while idle is replaced at the next use; without a listener it would end the process.
  pool.on('error', () => undefined);
  // The same for one that breaks in use: whoever uses it gets the error with their statement.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

/** Runs in one transaction; rolls back on any throw. */
export async function inKeysTransaction<Output>(
  pool: Pool,
  run: (client: ClientBase) => Promise<Output>,
): Promise<Output> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    const output = await run(client);
    await client.query('COMMIT');
    return output;
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}

/** What the guard of `person_key` says (keys-migrations/0001). */
export const REFUSED = { otherMasterKey: 'HW001', erased: 'HW002' } as const;

export function codeOfPg(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
}
