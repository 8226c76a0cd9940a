import { StaffById, type StaffCode } from '@homeward/contracts/staff';
import { asSystem, command } from '../kernel/index.ts';
import { makeStaffCode } from './code.ts';
import { getColleague } from './get-colleague.ts';

/** A code with which a colleague chooses a new passphrase; their sessions end. The second factor stays as it is. Throws `not-found`. */
export const resetStaffPassphrase = command({
  action: 'staff.reset-passphrase',
  scope: 'staff:administer',
  stepUp: true,
  lane: 'colleagues',
  input: StaffById,
  run: async (tx, { id }): Promise<StaffCode> => {
    const { organisation_id: organisationId, role, display_name: displayName } = await getColleague(tx, id);
    await asSystem(tx, (db) => db.deleteFrom('session').where('staff_id', '=', id).execute());
    return makeStaffCode(tx, { organisationId, role, displayName, staffId: id });
  },
  subject: ({ id }) => id,
});
