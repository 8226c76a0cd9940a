import { StaffById } from '@homeward/contracts/staff';
import { asSystem, command } from '../kernel/index.ts';
import { getColleague } from './get-colleague.ts';

/** Somebody comes back, with the sign-in they had. Throws `not-found`. Fine to repeat. */
export const reactivateStaff = command({
  action: 'staff.reactivate',
  scope: 'staff:administer',
  stepUp: true,
  lane: 'colleagues',
  input: StaffById,
  run: async (tx, { id }) => {
    await getColleague(tx, id);
    await asSystem(tx, (db) =>
      db.updateTable('staff').set({ deactivated_at: null }).where('id', '=', id).execute(),
    );
    return { id };
  },
  subject: ({ id }) => id,
});
