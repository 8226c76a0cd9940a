import { ChangeStaffPassphrase } from '@homeward/contracts/staff';
import { assertPassphrase, hashPassphrase, verifyPassphrase } from '../account/index.ts';
import { actingAsStaff, asSystem, command, Failure, inTransaction } from '../kernel/index.ts';
import { renewSession } from '../session/index.ts';

const wrongOld = () => new Failure('wrong-sign-in', 'the old passphrase is not right');

/** Changes one's own passphrase and ends one's other sessions. Throws `wrong-sign-in`, or what the new one lacks. */
export const changeStaffPassphrase = command({
  action: 'staff.change-passphrase',
  scope: 'staff:own',
  input: ChangeStaffPassphrase,
  prepare: async (context, { oldPassphrase, passphrase }) => {
    assertPassphrase(passphrase);
    const { staffId } = actingAsStaff(context.actor);
    const { passphrase_hash: oldHash } = await inTransaction(context, 'read only', ({ db }) =>
      db.selectFrom('staff').select('passphrase_hash').where('id', '=', staffId).executeTakeFirstOrThrow(),
    );
    if (!(await verifyPassphrase(context, oldPassphrase, oldHash))) throw wrongOld();
    return { oldHash, newHash: await hashPassphrase(context, passphrase) };
  },
  run: async (tx, _input, { oldHash, newHash }) => {
    const { staffId, sessionId } = actingAsStaff(tx.actor);
    await asSystem(tx, async (db) => {
      const { numUpdatedRows } = await db
        .updateTable('staff')
        .set({ passphrase_hash: newHash })
        .where('id', '=', staffId)
        .where('passphrase_hash', '=', oldHash)
        .executeTakeFirst();
      if (numUpdatedRows === 0n) throw wrongOld();
      await db.deleteFrom('session').where('staff_id', '=', staffId).where('id', '<>', sessionId).execute();
    });
    return { staffId, cookie: await renewSession(tx, { secondFactor: false }) };
  },
  subject: ({ staffId }) => staffId,
});
