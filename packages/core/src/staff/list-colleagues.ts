import { type Colleague, OfOrganisation, StaffRole } from '@homeward/contracts/staff';
import { query } from '../kernel/index.ts';
import { organisationFor } from './organisation-for.ts';

/** Who works at the organisation, whoever has left last. Never anybody whom they help. */
export const listColleagues = query({
  action: 'staff.list',
  scope: 'staff:administer',
  input: OfOrganisation,
  run: async (tx, { organisationId }): Promise<Colleague[]> => {
    const rows = await tx.db
      .selectFrom('staff')
      .select(['id', 'display_name', 'role', 'deactivated_at', 'second_factor_since'])
      .where('organisation_id', '=', organisationFor(tx, organisationId))
      .orderBy('deactivated_at', (order) => order.asc().nullsFirst())
      .orderBy('display_name')
      .execute();
    return rows.map((row) => ({
      id: row.id,
      displayName: row.display_name,
      role: StaffRole.parse(row.role),
      active: row.deactivated_at === null,
      secondFactor: row.second_factor_since !== null,
      isYou: 'staffId' in tx.actor && tx.actor.staffId === row.id,
    }));
  },
});
