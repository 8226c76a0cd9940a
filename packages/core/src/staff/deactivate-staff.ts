import { StaffById } from '@homeward/contracts/staff';
import { cancelAllOfCounsellor } from '../booking/index.ts';
import { endFeed } from '../calendar/index.ts';
import { asSystem, command, Failure } from '../kernel/index.ts';
import { getColleague } from './get-colleague.ts';
import { isLastAdmin } from './last-admin.ts';

/**
 * Somebody leaves: their sessions end at once, they cannot sign in, and their appointments to come are given back.
 * Throws `not-found`, or `conflict` when nobody would be left to lead the organisation. Fine to repeat.
 */
export const deactivateStaff = command({
  action: 'staff.deactivate',
  scope: 'staff:administer',
  stepUp: true,
  lane: 'colleagues',
  input: StaffById,
  run: async (tx, { id }) => {
    const colleague = await getColleague(tx, id);
    await asSystem(tx, async (db) => {
      // Whoever stands above may close an organisation down; nobody removes the last one who could let others in.
      const mayClose = colleague.role !== 'platform-admin' && tx.actor.kind !== 'organisation-admin';
      if ((await isLastAdmin({ ...tx, db }, colleague)) && !mayClose)
        throw new Failure('conflict', 'nobody would be left to lead');
      await db
        .updateTable('staff')
        .set({ deactivated_at: new Date(tx.clock.now()) })
        .where('id', '=', id)
        .where('deactivated_at', 'is', null)
        .execute();
      await db.deleteFrom('session').where('staff_id', '=', id).execute();
      await endFeed({ db }, id);
      if (colleague.role === 'counsellor') await cancelAllOfCounsellor({ ...tx, db }, id);
    });
    return { id };
  },
  subject: ({ id }) => id,
});
