import { actingAs, type Tx } from '../kernel/index.ts';

/** The signed-in counsellor's own row, locked: whoever books meanwhile finds the old hours or the new ones, and two sets never mix. */
export async function lockOwn(tx: Tx) {
  const { staffId } = actingAs(tx.actor, 'counsellor');
  return tx.db
    .selectFrom('counsellor')
    .where('id', '=', staffId)
    .select(['id', 'organisation_id', 'zone', 'modalities', 'holiday_country', 'holiday_region'])
    .forNoKeyUpdate()
    .executeTakeFirstOrThrow();
}
