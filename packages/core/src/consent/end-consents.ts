import type { DB } from '@homeward/db';
import { type ExpressionBuilder, type ExpressionWrapper, type SqlBool, sql } from 'kysely';
import { actingAs, type Tx } from '../kernel/index.ts';

type Which = (where: ExpressionBuilder<DB, 'consent'>) => ExpressionWrapper<DB, 'consent', SqlBool>;

/** Ends these consents of the acting person, now or when they expired. Answers the ids of those that were not ended before. */
export async function endConsents(tx: Tx, which: Which): Promise<string[]> {
  const rows = await tx.db
    .updateTable('consent')
    .set({ withdrawn_at: sql`least(expires_at, ${new Date(tx.clock.now())}::timestamptz)` })
    .where('person_id', '=', actingAs(tx.actor, 'person').personId)
    .where('withdrawn_at', 'is', null)
    .where(which)
    .returning('id')
    .execute();
  return rows.map(({ id }) => id);
}
