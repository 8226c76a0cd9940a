import { RecoveryById } from '@homeward/contracts/recovery';
import { sql } from 'kysely';
import { command, Failure, organisationOf, staffOf } from '../kernel/index.ts';
import { noteAccess } from '../record-access/index.ts';

/**
 * A second member of staff vouches too: only now the one who asked may see the code. Throws `not-found` for one's own
 * request, another organisation's, one that is confirmed or over, and to and for whoever has left.
 */
export const confirmRecovery = command({
  action: 'recovery.confirm',
  scope: 'recoveries:confirm',
  stepUp: true,
  input: RecoveryById,
  run: async (tx, { id }) => {
    const now = new Date(tx.clock.now());
    const confirmed = await tx.db
      .updateTable('recovery_code')
      .set({ confirmed_by: staffOf(tx.actor), confirmed_at: now })
      .where('id', '=', id)
      .where('organisation_id', '=', organisationOf(tx.actor))
      .where('started_by', '<>', staffOf(tx.actor))
      .where('confirmed_by', 'is', null)
      .where('expires_at', '>', now)
      .where(sql<boolean>`is_active_staff(started_by) AND is_active_staff(actor_staff())`)
      .returning('person_id')
      .executeTakeFirst();
    if (confirmed === undefined) throw new Failure('not-found', 'there is nothing to confirm');
    await noteAccess(tx, confirmed.person_id, 'recovery');
    return { personId: confirmed.person_id };
  },
  subject: ({ personId }) => personId,
});
