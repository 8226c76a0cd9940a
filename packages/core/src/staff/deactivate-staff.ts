import { StaffById } from '@homeward/contracts/staff';
import { cancelAllOfCounsellor } from '../booking/index.ts';
import { asSystem, command, Failure, type Tx } from '../kernel/index.ts';
import { getColleague } from './get-colleague.ts';

/**
 * Somebody leaves: their sessions end at once, they cannot sign in, and their appointments to come are given back.
 * Throws `not-found`, or `conflict` when nobody would be left to lead the organisation. Fine to repeat.
 */
export const deactivateStaff = command({
  action: 'staff.deactivate',
  scope: 'staff:administer',
  stepUp: true,
  input: StaffById,
  run: async (tx, { id }) => {
    const colleague = await getColleague(tx, id);
    await asSystem(tx, async (db) => {
      await assertNotLastAdmin({ ...tx, db }, colleague);
      await db
        .updateTable('staff')
        .set({ deactivated_at: new Date(tx.clock.now()) })
        .where('id', '=', id)
        .where('deactivated_at', 'is', null)
        .execute();
      await db.deleteFrom('session').where('staff_id', '=', id).execute();
      if (colleague.role === 'counsellor') await cancelAllOfCounsellor({ ...tx, db }, id);
    });
    return { id };
  },
  subject: ({ id }) => id,
});

/** Two admins who deactivate each other at once: the rows are locked in one order, so that the second one sees the first. */
async function assertNotLastAdmin(
  tx: Tx,
  { id, organisation_id, role }: { id: string; organisation_id: string; role: string },
): Promise<void> {
  if (role !== 'organisation-admin' && role !== 'platform-admin') return;
  const admins = await tx.db
    .selectFrom('staff')
    .select('id')
    .where('role', '=', role)
    .where('deactivated_at', 'is', null)
    .$if(role === 'organisation-admin', (of) => of.where('organisation_id', '=', organisation_id))
    .orderBy('id')
    .forUpdate()
    .execute();
  const isLast = admins.length === 1 && admins[0]?.id === id;
  // Whoever stands above may close an organisation down; nobody removes the last one who could let others in.
  if (isLast && (role === 'platform-admin' || tx.actor.kind === 'organisation-admin'))
    throw new Failure('conflict', 'nobody would be left to lead');
}
