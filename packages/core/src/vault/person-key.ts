import type { Context, Tx, WrappedKey } from '../kernel/index.ts';
import { UnknownMasterKey } from './keyring.ts';

const KEY_BYTES = 32;
/** A rotation may overtake a new key; two in a row are already unlikely. */
const MOST_TRIES = 5;

/** What a person's data key is bound to: the place it is kept at, and whose it is. */
export const personKeyPlace = (personId: string): string => `person_key.wrapped_key:${personId}`;

/**
 * A data key for a person who is about to be made in this transaction. It is in the key store before the person is
 * anywhere; if the transaction fails, a key to nothing is left, which harms nobody.
 */
export async function createPersonKey(tx: Tx, personId: string): Promise<Buffer> {
  const key = tx.random.bytes(KEY_BYTES);
  await keep(tx, personId, key);
  await tx.db.insertInto('person_vault').values({ person_id: personId }).execute();
  return key;
}

async function keep({ ports, clock }: Tx, personId: string, key: Buffer): Promise<void> {
  const { keys, masterKeys } = ports;
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const inUse = await keys.findMasterKey();
    if (inUse === undefined) throw new Error('the key store names no master key');
    const wrappedKey = await masterKeys.wrap(inUse.id, personKeyPlace(personId), key);
    if (await keys.put(personId, { masterKeyId: inUse.id, wrappedKey }, new Date(clock.now()))) return;
  }
  throw new Error('the master key changes too often');
}

/**
 * The data keys of these people, as far as the actor may have them and they exist. Whether the actor may is for the
 * database's policies to say (`may_open_person`); only then the key store is asked.
 * A missing key means that what was sealed with it is gone for good.
 */
export async function findPersonKeys(tx: Tx, personIds: readonly string[]): Promise<Map<string, Buffer>> {
  if (personIds.length === 0) return new Map();
  const open = await tx.db
    .selectFrom('person_vault')
    .select('person_id')
    .where('person_id', 'in', [...new Set(personIds)])
    .execute();
  const ids = open.map((row) => row.person_id);
  if (ids.length === 0) return new Map();
  try {
    return await unwrapAll(tx, await tx.ports.keys.find(ids));
  } catch (error) {
    if (!(error instanceof UnknownMasterKey)) throw error;
    // Read under a master key that a rotation has just done away with: by now they lie under the next one.
    return unwrapAll(tx, await tx.ports.keys.find(ids));
  }
}

async function unwrapAll(
  { ports: { masterKeys } }: Pick<Context, 'ports'>,
  wrapped: Map<string, WrappedKey>,
): Promise<Map<string, Buffer>> {
  const unwrapped = [...wrapped].map(
    async ([personId, { masterKeyId, wrappedKey }]) =>
      [personId, await masterKeys.unwrap(masterKeyId, personKeyPlace(personId), wrappedKey)] as const,
  );
  return new Map(await Promise.all(unwrapped));
}

/** The person's data key. Throws when it is gone. */
export async function getPersonKey(tx: Tx, personId: string): Promise<Buffer> {
  const key = (await findPersonKeys(tx, [personId])).get(personId);
  if (key === undefined) throw new Error('the data key of this person is gone');
  return key;
}
