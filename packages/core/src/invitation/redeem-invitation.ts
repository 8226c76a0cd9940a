import { RedeemInvitation } from '@homeward/contracts/invitation';
import { actingAs, asSystem, command, Failure } from '../kernel/index.ts';
import { indexInvitationCode } from './invitation-code.ts';

/**
 * An organisation's word for somebody it knows: the person is no newcomer any more. Which code it was is written nowhere.
 * Throws `wrong-code` alike for one that is wrong, unknown, used up, expired or withdrawn. Whoever is known already uses
 * nothing up, whatever they type.
 */
export const redeemInvitation = command({
  action: 'invitation.redeem',
  scope: 'account:own',
  input: RedeemInvitation,
  run: async (tx, { code }) => {
    const { personId } = actingAs(tx.actor, 'person');
    const index = indexInvitationCode(tx.ports.secrets.lookupKey, code);
    const now = new Date(tx.clock.now());
    await asSystem(tx, async (db) => {
      const person = await db
        .selectFrom('person')
        .select('confirmed_at')
        .where('id', '=', personId)
        .forNoKeyUpdate()
        .executeTakeFirstOrThrow();
      if (person.confirmed_at !== null) return;
      // One statement that finds and takes: of many at once, exactly as many as there are uses get through.
      const { numUpdatedRows } = await db
        .updateTable('invitation_code as code')
        .set((eb) => ({ uses_left: eb('code.uses_left', '-', 1) }))
        .from('invitation_batch as batch')
        .whereRef('batch.organisation_id', '=', 'code.organisation_id')
        .whereRef('batch.id', '=', 'code.batch_id')
        .where('code.code_index', '=', index)
        .where('code.uses_left', '>', 0)
        .where('batch.withdrawn_at', 'is', null)
        .where('batch.expires_at', '>', now)
        .executeTakeFirst();
      if (numUpdatedRows !== 1n) throw new Failure('wrong-code', 'this code opens nothing');
      await db.updateTable('person').set({ confirmed_at: now }).where('id', '=', personId).execute();
    });
  },
});
