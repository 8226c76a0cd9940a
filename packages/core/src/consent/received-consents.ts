import type { Tx } from '../kernel/index.ts';

/**
 * The consents that name who acts, as long as they hold. The database's policies say the same once more, by the same clock.
 */
export const receivedConsents = (tx: Tx) => {
  const { actor, clock } = tx;
  if (!('staffId' in actor)) throw new Error('only staff receive consents');
  const now = new Date(clock.now());
  return tx.db
    .selectFrom('consent')
    .select(['id', 'person_id', 'purpose', 'fields', 'expires_at'])
    .where('organisation_id', '=', actor.organisationId)
    .where((where) =>
      where.or([where('recipient_staff_id', 'is', null), where('recipient_staff_id', '=', actor.staffId)]),
    )
    .where('withdrawn_at', 'is', null)
    .where('expires_at', '>', now);
};
