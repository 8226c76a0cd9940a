import { sql } from 'kysely';
import type { Tx } from '../kernel/index.ts';

/** Who looked after whom, when that ended long ago. */
export async function forgetAssignments({ db }: Tx, before: Date): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('care_assignment')
    .where(sql<boolean>`least(ended_at, until) <= ${before}::timestamptz`)
    .executeTakeFirst();
  return Number(numDeletedRows);
}
