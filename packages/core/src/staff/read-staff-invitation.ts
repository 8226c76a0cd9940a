import { ReadStaffInvitation, type StaffInvitationRead, StaffRole } from '@homeward/contracts/staff';
import { asSystem, query } from '../kernel/index.ts';
import { findOpenInvitation, wrongCode } from './code.ts';

/** What a code is for, to whoever holds it. Throws `wrong-code`, the same for one that never was, was used, withdrawn or is over. */
export const readStaffInvitation = query({
  action: 'staff.read-invitation',
  scope: 'sessions:create',
  input: ReadStaffInvitation,
  run: async (tx, { code }): Promise<StaffInvitationRead> => {
    const found = await asSystem(tx, (db) => findOpenInvitation({ ...tx, db }, code));
    if (found === undefined) throw wrongCode();
    return {
      purpose: found.staff_id === null ? 'join' : 'new-passphrase',
      role: StaffRole.parse(found.role),
      organisation: found.organisation_name,
      displayName: found.display_name,
    };
  },
});
