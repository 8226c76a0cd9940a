import { OfOrganisation, type StaffInvitation, StaffRole } from '@homeward/contracts/staff';
import { query, toInstant } from '../kernel/index.ts';
import { organisationFor } from './organisation-for.ts';

/** Invitations that are still open, the newest first. */
export const listStaffInvitations = query({
  action: 'staff.list-invitations',
  scope: 'staff:administer',
  input: OfOrganisation,
  run: async (tx, { organisationId }): Promise<StaffInvitation[]> => {
    const rows = await tx.db
      .selectFrom('staff_invitation')
      .select(['id', 'role', 'display_name', 'expires_at'])
      .where('organisation_id', '=', organisationFor(tx, organisationId))
      .where('accepted_at', 'is', null)
      .where('withdrawn_at', 'is', null)
      .where('expires_at', '>', new Date(tx.clock.now()))
      .orderBy('created_at', 'desc')
      .execute();
    return rows.map((row) => ({
      id: row.id,
      role: StaffRole.parse(row.role),
      displayName: row.display_name,
      expiresAt: toInstant(row.expires_at),
    }));
  },
});
