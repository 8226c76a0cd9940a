import { sql } from 'kysely';
import type { Tx } from '../kernel/index.ts';

/** Batches of codes that ended a while ago, with their codes. */
export async function forgetInvitations({ db }: Tx, before: Date): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('invitation_batch')
    .where(sql<boolean>`least(withdrawn_at, expires_at) <= ${before}::timestamptz`)
    .executeTakeFirst();
  return Number(numDeletedRows);
}
