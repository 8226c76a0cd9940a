import type { Tx } from '../kernel/index.ts';

/** The seats of a group that are taken, in the order of their ids, which is the order to lock them in. For its counsellor. */
export async function findSeats(tx: Tx, groupId: string) {
  return tx.db
    .selectFrom('appointment')
    .where('group_id', '=', groupId)
    .where('kind', '=', 'seat')
    .where('status', 'in', ['requested', 'booked'])
    .select(['id', 'organisation_id', 'counsellor_id', 'person_id'])
    .orderBy('id')
    .forUpdate()
    .execute();
}
