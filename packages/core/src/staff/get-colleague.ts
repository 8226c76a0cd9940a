import { StaffRole } from '@homeward/contracts/staff';
import { Failure, type Tx } from '../kernel/index.ts';

/** Somebody whom the acting admin may change, by the policies and by rank. Throws `not-found`, the same for another organisation's and for nobody. */
export async function getColleague(tx: Tx, id: string) {
  const row = await tx.db
    .selectFrom('staff')
    .select(['id', 'organisation_id', 'role', 'display_name', 'deactivated_at'])
    .where('id', '=', id)
    .executeTakeFirst();
  const isAbove = row?.role === 'platform-admin' && tx.actor.kind === 'organisation-admin';
  if (row === undefined || isAbove) throw new Failure('not-found', 'nobody of this id works here');
  return { ...row, role: StaffRole.parse(row.role) };
}
