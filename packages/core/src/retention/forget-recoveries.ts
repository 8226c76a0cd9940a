import { sql } from 'kysely';
import type { Tx } from '../kernel/index.ts';

/** Ways back in that were used, or ended, a while ago. A card that was not used has no end. */
export async function forgetRecoveries({ db }: Tx, before: Date): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('recovery_code')
    .where(sql<boolean>`coalesce(used_at, expires_at) <= ${before}::timestamptz`)
    .executeTakeFirst();
  return Number(numDeletedRows);
}
