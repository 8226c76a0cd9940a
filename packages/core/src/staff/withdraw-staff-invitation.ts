import { StaffById } from '@homeward/contracts/staff';
import { command, Failure } from '../kernel/index.ts';

/** Takes an open invitation back: its code opens nothing from now on. Throws `not-found`. */
export const withdrawStaffInvitation = command({
  action: 'staff.withdraw-invitation',
  scope: 'staff:administer',
  input: StaffById,
  run: async (tx, { id }) => {
    const { numUpdatedRows } = await tx.db
      .updateTable('staff_invitation')
      .set({ withdrawn_at: new Date(tx.clock.now()) })
      .where('id', '=', id)
      .where('accepted_at', 'is', null)
      .where('withdrawn_at', 'is', null)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) throw new Failure('not-found', 'there is no such invitation');
    return { id };
  },
  subject: ({ id }) => id,
});
