import { InviteStaff, type StaffCode } from '@homeward/contracts/staff';
import { command, Failure, pgCode } from '../kernel/index.ts';
import { makeStaffCode } from './code.ts';
import { organisationFor } from './organisation-for.ts';

/** Invites a colleague: the code is handed over, typed once within seven days, and stands nowhere else. Throws `not-found`, or `forbidden` for a role above one's own. */
export const inviteStaff = command({
  action: 'staff.invite',
  scope: 'staff:administer',
  stepUp: true,
  input: InviteStaff,
  run: async (tx, { organisationId, role, displayName }): Promise<StaffCode> => {
    if (role === 'platform-admin' && tx.actor.kind === 'organisation-admin')
      throw new Failure('forbidden', 'nobody gives a role above their own');
    return makeStaffCode(tx, {
      organisationId: organisationFor(tx, organisationId),
      role,
      displayName,
    }).catch((error: unknown) => {
      throw pgCode(error) === '23503' ? new Failure('not-found', 'there is no such organisation') : error;
    });
  },
  subject: ({ id }) => id,
});
