import type { Tx } from '../kernel/index.ts';
import { seal } from '../vault/index.ts';
import { indexAccessNumber, makeAccessNumber } from './access-number.ts';
import { accessNumberPlace } from './access-number-place.ts';

interface NewWayIn {
  personId: string;
  key: Buffer;
  passphraseHash: string;
}

/** Gives a person another number, to be kept first, and another passphrase. Under the system's view. */
export async function giveNewNumber(tx: Tx, { personId, key, passphraseHash }: NewWayIn): Promise<void> {
  const { number, index } = await drawNumber(tx);
  await tx.db
    .updateTable('person')
    .set({
      access_number_index: index,
      access_number_sealed: seal(tx.random, key, accessNumberPlace(personId), number),
      passphrase_hash: passphraseHash,
      kept_at: null,
    })
    .where('id', '=', personId)
    .execute();
}

/** A number that is nobody's. Two who draw the same one at the same moment meet the unique index, and one of them fails. */
async function drawNumber(tx: Tx): Promise<{ number: string; index: Buffer }> {
  for (;;) {
    const number = makeAccessNumber(tx.random);
    const index = indexAccessNumber(tx.ports.secrets.lookupKey, number);
    const taken = tx.db.selectFrom('person').select('id').where('access_number_index', '=', index);
    if ((await taken.executeTakeFirst()) === undefined) return { number, index };
  }
}
