import type { Tx } from '../kernel/index.ts';
import type { getColleague } from './get-colleague.ts';

/**
 * Whether nobody else could let others in. Admins who part with each other do so one after the other, in the lane of
 * `colleagues`; the rows are locked for whatever else may change them. Ask under the system's view.
 */
export async function isLastAdmin(
  tx: Tx,
  {
    id,
    organisation_id,
    role,
  }: Pick<Awaited<ReturnType<typeof getColleague>>, 'id' | 'organisation_id' | 'role'>,
): Promise<boolean> {
  if (role !== 'organisation-admin' && role !== 'platform-admin') return false;
  const admins = await tx.db
    .selectFrom('staff')
    .select('id')
    .where('role', '=', role)
    .where('deactivated_at', 'is', null)
    .$if(role === 'organisation-admin', (of) => of.where('organisation_id', '=', organisation_id))
    .orderBy('id')
    .forUpdate()
    .execute();
  return admins.length === 1 && admins[0]?.id === id;
}
