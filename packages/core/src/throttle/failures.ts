import { sql } from 'kysely';
import { type Context, inTransaction, SYSTEM } from '../kernel/index.ts';

/** How long a wrong try counts. */
const WINDOW_MS = 60 * 60 * 1000;

type Given = Omit<Context, 'actor'>;

/** How many wrong tries there were at this bucket in the current window, whoever made them. */
export async function findFailures(context: Given, bucket: Buffer): Promise<number> {
  return inTransaction({ ...context, actor: SYSTEM }, 'read only', async ({ db, clock }) => {
    const row = await db
      .selectFrom('throttle')
      .select('failures')
      .where('bucket', '=', bucket)
      .where('since', '>', new Date(clock.now() - WINDOW_MS))
      .executeTakeFirst();
    return row?.failures ?? 0;
  });
}

/** Counts one wrong try; the first after the window begins a new one. */
export async function countFailure(context: Given, bucket: Buffer): Promise<void> {
  await inTransaction({ ...context, actor: SYSTEM }, 'read write', async ({ db, clock }) => {
    const now = new Date(clock.now());
    const over = new Date(clock.now() - WINDOW_MS);
    await sql`
      INSERT INTO throttle AS t (bucket, failures, since) VALUES (${bucket}, 1, ${now})
      ON CONFLICT (bucket) DO UPDATE SET
        failures = CASE WHEN t.since > ${over} THEN t.failures + 1 ELSE 1 END,
        since = CASE WHEN t.since > ${over} THEN t.since ELSE ${now} END`.execute(db);
  });
}

/** Deletes what no longer counts. Answers how many. */
export async function forgetFailures(context: Given): Promise<number> {
  return inTransaction({ ...context, actor: SYSTEM }, 'read write', async ({ db, clock }) => {
    const { numDeletedRows } = await db
      .deleteFrom('throttle')
      .where('since', '<=', new Date(clock.now() - WINDOW_MS))
      .executeTakeFirst();
    return Number(numDeletedRows);
  });
}
