import { CreateAccount } from '@homeward/contracts/account';
import { asSystem, command, newId, type Tx } from '../kernel/index.ts';
import { openSession } from '../session/index.ts';
import { createPersonKey, seal } from '../vault/index.ts';
import { indexAccessNumber, makeAccessNumber } from './access-number.ts';
import { accessNumberPlace } from './access-number-place.ts';
import { assertPassphrase, hashPassphrase } from './passphrase.ts';

/** Makes an account out of a passphrase and nothing else, and signs in. The number waits, sealed, until the person has kept it. */
export const createAccount = command({
  action: 'account.create',
  scope: 'accounts:create',
  input: CreateAccount,
  prepare: async (context, { passphrase }) => {
    assertPassphrase(passphrase);
    return hashPassphrase(context, passphrase);
  },
  run: async (tx, _input, passphraseHash) => {
    const personId = newId(tx);
    // Nobody yet, or somebody who hands the phone on: whoever asks, the new row is not theirs.
    await asSystem(tx, async (db) => {
      const key = await createPersonKey({ ...tx, db }, personId);
      while (!(await insertPerson({ ...tx, db }, { personId, key, passphraseHash })));
    });
    return { personId, cookie: await openSession(tx, { kind: 'person', device: 'shared' }, personId) };
  },
  subject: ({ personId }) => personId,
});

/** Whether the number that was drawn belongs to nobody else yet. */
async function insertPerson(
  tx: Tx,
  { personId, key, passphraseHash }: { personId: string; key: Buffer; passphraseHash: string },
): Promise<boolean> {
  const accessNumber = makeAccessNumber(tx.random);
  const { numInsertedOrUpdatedRows } = await tx.db
    .insertInto('person')
    .values({
      id: personId,
      access_number_index: indexAccessNumber(tx.ports.secrets.lookupKey, accessNumber),
      access_number_sealed: seal(tx.random, key, accessNumberPlace(personId), accessNumber),
      passphrase_hash: passphraseHash,
      created_at: new Date(tx.clock.now()),
    })
    .onConflict((conflict) => conflict.column('access_number_index').doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}
