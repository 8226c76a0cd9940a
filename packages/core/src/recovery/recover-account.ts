import { RecoverAccount } from '@homeward/contracts/recovery';
import { sql } from 'kysely';
import { assertPassphrase, giveNewNumber, hashPassphrase } from '../account/index.ts';
import { asPerson, asSystem, command, Failure, type Tx } from '../kernel/index.ts';
import { endAllSessions, openSession } from '../session/index.ts';
import { findPersonKeys } from '../vault/index.ts';
import { indexRecoveryCode } from './recovery-code.ts';

/**
 * A code of a card or of two members of staff, and a new passphrase: the person is in again, with a new number. Everything
 * that opened the account before opens it no more: number, passphrase, passkeys, sessions, other codes. Throws `wrong-code`
 * alike for one that is wrong, unknown, used, void or over, after the same work.
 */
export const recoverAccount = command({
  action: 'account.recover',
  scope: 'sessions:create',
  input: RecoverAccount,
  prepare: async (context, { passphrase }) => {
    assertPassphrase(passphrase);
    return hashPassphrase(context, passphrase);
  },
  run: async (tx, { code }, passphraseHash) => {
    const personId = await takeCode(tx, code);
    if (personId === undefined) throw wrongCode();
    const key = await asPerson(tx, personId, async (own) =>
      (await findPersonKeys(own, [personId])).get(personId),
    );
    if (key === undefined) throw wrongCode(); // erased
    await asSystem(tx, async (db) => {
      await giveNewNumber({ ...tx, db }, { personId, key, passphraseHash });
      await db.deleteFrom('passkey').where('person_id', '=', personId).execute();
      await db
        .deleteFrom('recovery_code')
        .where('person_id', '=', personId)
        .where('used_at', 'is', null)
        .execute();
    });
    await endAllSessions(tx, personId);
    return { personId, cookie: await openSession(tx, { kind: 'person', device: 'shared' }, personId) };
  },
  subject: ({ personId }) => personId,
});

const wrongCode = () => new Failure('wrong-code', 'this code opens nothing');

/** Whose code it is; from now on it is nobody's. One statement that finds and takes: it opens once, however many try at once. */
async function takeCode(tx: Tx, typed: string): Promise<string | undefined> {
  const index = indexRecoveryCode(tx.ports.secrets.lookupKey, typed);
  const now = new Date(tx.clock.now());
  const taken = await asSystem(tx, (db) =>
    db
      .updateTable('recovery_code')
      .set({ used_at: now, code_index: null })
      .where('code_index', '=', index)
      .where((where) => where.or([where('expires_at', 'is', null), where('expires_at', '>', now)]))
      .where(sql<boolean>`(kind = 'card' OR (is_active_staff(started_by) AND is_active_staff(confirmed_by)))`)
      .returning('person_id')
      .executeTakeFirst(),
  );
  return taken?.person_id;
}
