import { actingAs, type Tx } from '../kernel/index.ts';

/** The signed-in person's own seats that are taken, by group. */
export async function findMySeats(tx: Tx, groupIds: readonly string[]): Promise<Map<string, string>> {
  if (groupIds.length === 0) return new Map();
  const rows = await tx.db
    .selectFrom('appointment')
    .where('person_id', '=', actingAs(tx.actor, 'person').personId)
    .where('group_id', 'in', groupIds)
    .where('status', 'in', ['requested', 'booked'])
    .select(['id', 'group_id'])
    .execute();
  return new Map(rows.flatMap(({ id, group_id }) => (group_id === null ? [] : [[group_id, id] as const])));
}
