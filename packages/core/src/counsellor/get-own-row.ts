import { actingAs, type Tx } from '../kernel/index.ts';

/** What decides the signed-in counsellor's own times. */
export async function getOwnRow(tx: Tx) {
  const { staffId } = actingAs(tx.actor, 'counsellor');
  return tx.db.selectFrom('counsellor').where('id', '=', staffId).selectAll().executeTakeFirstOrThrow();
}
