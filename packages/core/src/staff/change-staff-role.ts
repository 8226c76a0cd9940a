import { ChangeStaffRole } from '@homeward/contracts/staff';
import { asSystem, command, Failure } from '../kernel/index.ts';
import { getColleague } from './get-colleague.ts';
import { isLastAdmin } from './last-admin.ts';

/**
 * A colleague comes to lead the organisation, or leads it no longer; their sessions end, so that none keeps the old
 * role. Throws `not-found`, `forbidden` for one's own role, or `conflict`: for counsellors, whom people know by their
 * profile, for platform admins, and when nobody would be left to lead. Fine to repeat.
 */
export const changeStaffRole = command({
  action: 'staff.change-role',
  scope: 'staff:administer',
  stepUp: true,
  lane: 'colleagues',
  input: ChangeStaffRole,
  run: async (tx, { id, role }) => {
    const colleague = await getColleague(tx, id);
    if ('staffId' in tx.actor && tx.actor.staffId === id)
      throw new Failure('forbidden', 'a colleague changes it, not oneself');
    if (colleague.role === role) return { id };
    if (!ChangeStaffRole.shape.role.safeParse(colleague.role).success)
      throw new Failure('conflict', 'this role is not changed: invite the person anew');
    await asSystem(tx, async (db) => {
      if (await isLastAdmin({ ...tx, db }, colleague))
        throw new Failure('conflict', 'nobody would be left to lead');
      await db.updateTable('staff').set({ role }).where('id', '=', id).execute();
      await db.deleteFrom('session').where('staff_id', '=', id).execute();
    });
    return { id };
  },
  subject: ({ id }) => id,
});
