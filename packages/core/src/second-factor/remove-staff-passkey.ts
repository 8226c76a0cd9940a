import { RemoveStaffPasskey } from '@homeward/contracts/second-factor';
import { actingAsAnyStaff, asSystem, command, Failure } from '../kernel/index.ts';
import { lockTotp } from './totp-secret.ts';

/** Takes a passkey away. Throws `not-found`, or `conflict` when it is the last second factor: add another one first. */
export const removeStaffPasskey = command({
  action: 'second-factor.remove-passkey',
  scope: 'second-factors:manage',
  stepUp: true,
  input: RemoveStaffPasskey,
  run: async (tx, { id }) => {
    const actor = actingAsAnyStaff(tx.actor);
    await asSystem(tx, async (db) => {
      // Two removals at once: the second one waits, and sees what the first one left.
      // (Not the row of staff: each transaction of theirs shares it already, and would wait for the other for ever.)
      await db
        .selectFrom('passkey')
        .select('id')
        .where('staff_id', '=', actor.staffId)
        .orderBy('id')
        .forUpdate()
        .execute();
      const { numDeletedRows } = await db
        .deleteFrom('passkey')
        .where('id', '=', id)
        .where('staff_id', '=', actor.staffId)
        .executeTakeFirst();
      if (numDeletedRows === 0n) throw new Failure('not-found', 'there is no such passkey');
      const others = db.selectFrom('passkey').select('id').where('staff_id', '=', actor.staffId);
      const hasTotp = (await lockTotp(db, actor))?.secret_sealed != null;
      if (!hasTotp && (await others.execute()).length === 0)
        throw new Failure('conflict', 'this is the last second factor');
    });
    return { id };
  },
  subject: ({ id }) => id,
});
