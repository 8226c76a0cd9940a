import { sql } from 'kysely';
import type { Tx } from '../kernel/index.ts';

/** What was looked for in vain on a day that ended long ago. */
export async function forgetFigures({ db }: Tx, before: Date): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('missing_help')
    .where(sql<boolean>`(on_date + 1)::timestamp AT TIME ZONE 'UTC' <= ${before}::timestamptz`)
    .executeTakeFirst();
  return Number(numDeletedRows);
}
