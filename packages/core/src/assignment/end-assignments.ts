import type { Tx } from '../kernel/index.ts';

/** The person does not want to be seen by this member of staff any more: whatever let them is over now, but for an emergency under way. */
export async function endAssignments(
  tx: Tx,
  { personId, staffId }: { personId: string; staffId: string },
): Promise<void> {
  await tx.db
    .updateTable('care_assignment')
    .set({ ended_at: new Date(tx.clock.now()) })
    .where('person_id', '=', personId)
    .where('staff_id', '=', staffId)
    .where('kind', '<>', 'break-glass')
    .where('ended_at', 'is', null)
    .execute();
}
