import { actingAs, Failure, type Tx } from '../kernel/index.ts';

/** Who arranges cover: a counsellor for themselves, an admin for a counsellor of the organisation whom they name. */
export function hostOfCover(
  tx: Tx,
  counsellorId: string | undefined,
): { organisationId: string; hostId: string | undefined } {
  if (tx.actor.kind === 'organisation-admin')
    return { organisationId: tx.actor.organisationId, hostId: counsellorId };
  const { staffId, organisationId } = actingAs(tx.actor, 'counsellor');
  if (counsellorId !== undefined && counsellorId !== staffId)
    throw new Failure('not-found', 'there is no such counsellor');
  return { organisationId, hostId: staffId };
}
