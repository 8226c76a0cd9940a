import { ChangePassphrase } from '@homeward/contracts/account';
import { actingAs, asSystem, command, Failure, inTransaction } from '../kernel/index.ts';
import { endOthers, renewSession } from '../session/index.ts';
import { assertPassphrase, hashPassphrase, verifyPassphrase } from './passphrase.ts';

/**
 * Changes the person's passphrase, ends their other sessions and renews this one. Throws `wrong-sign-in` when the old one
 * is not right, `passphrase-too-short` or `passphrase-too-common` for the new one.
 */
export const changePassphrase = command({
  action: 'account.change-passphrase',
  scope: 'account:own',
  input: ChangePassphrase,
  prepare: async (context, { oldPassphrase, passphrase }) => {
    assertPassphrase(passphrase);
    const { personId } = actingAs(context.actor, 'person');
    const { passphrase_hash: oldHash } = await inTransaction(context, 'read only', ({ db }) =>
      db.selectFrom('person').select('passphrase_hash').where('id', '=', personId).executeTakeFirstOrThrow(),
    );
    if (!(await verifyPassphrase(context, oldPassphrase, oldHash))) throw wrongOld();
    return { oldHash, newHash: await hashPassphrase(context, passphrase) };
  },
  run: async (tx, _input, { oldHash, newHash }) => {
    const { personId } = actingAs(tx.actor, 'person');
    const changed = await asSystem(tx, (db) =>
      db
        .updateTable('person')
        .set({ passphrase_hash: newHash })
        .where('id', '=', personId)
        // Two changes at once: the second one's old passphrase is no longer right.
        .where('passphrase_hash', '=', oldHash)
        .executeTakeFirst(),
    );
    if (changed.numUpdatedRows === 0n) throw wrongOld();
    await endOthers(tx);
    return { personId, cookie: await renewSession(tx, { secondFactor: false }) };
  },
  subject: ({ personId }) => personId,
});

const wrongOld = () => new Failure('wrong-sign-in', 'the old passphrase is not right');
