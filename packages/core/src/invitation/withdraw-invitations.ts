import { InvitationBatchById } from '@homeward/contracts/invitation';
import { actingAs, command, Failure } from '../kernel/index.ts';

/** Ends a batch: its codes confirm nobody any more; who was confirmed stays so. Fine to repeat. Throws `not-found`. */
export const withdrawInvitations = command({
  action: 'invitation.withdraw',
  scope: 'invitations:own',
  input: InvitationBatchById,
  run: async (tx, { id }) => {
    const { organisationId } = actingAs(tx.actor, 'organisation-admin');
    const { numUpdatedRows } = await tx.db
      .updateTable('invitation_batch')
      .set((eb) => ({ withdrawn_at: eb.fn.coalesce('withdrawn_at', eb.val(new Date(tx.clock.now()))) }))
      .where('organisation_id', '=', organisationId)
      .where('id', '=', id)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) throw new Failure('not-found', 'there is no such batch');
    return { id };
  },
  subject: ({ id }) => id,
});
