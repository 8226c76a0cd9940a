import { actingAs, type Tx } from '../kernel/index.ts';

/** The places of the signed-in counsellor's organisation that are open: only there can they say that they meet people. */
export async function findOwnPlaceIds(tx: Tx): Promise<Set<string>> {
  const { organisationId } = actingAs(tx.actor, 'counsellor');
  const rows = await tx.db
    .selectFrom('place')
    .where('organisation_id', '=', organisationId)
    .where('closed_at', 'is', null)
    .select('id')
    .execute();
  return new Set(rows.map(({ id }) => id));
}
