import type { Context, Tx } from '../kernel/index.ts';
import { seal, unseal } from './seal.ts';

const KEY_BYTES = 32;
const placeOf = (personId: string) => ({ table: 'person_key', column: 'wrapped_key', row: personId });

/** A new data key for a person, and the same key wrapped by the master key, as table `person_key` holds it. */
export function makePersonKey({ random, ports }: Pick<Context, 'random' | 'ports'>, personId: string) {
  const key = random.bytes(KEY_BYTES);
  return { key, wrappedKey: seal(random, ports.secrets.masterKey, placeOf(personId), key) };
}

/**
 * The data keys of these people, as far as the actor may have them and they exist.
 * A missing key means that what was sealed with it is gone for good.
 */
export async function findPersonKeys(tx: Tx, personIds: readonly string[]): Promise<Map<string, Buffer>> {
  if (personIds.length === 0) return new Map();
  const rows = await tx.db
    .selectFrom('person_key')
    .select(['person_id', 'wrapped_key'])
    .where('person_id', 'in', [...new Set(personIds)])
    .execute();
  const { masterKey } = tx.ports.secrets;
  return new Map(
    rows.map((row) => [row.person_id, unseal(masterKey, placeOf(row.person_id), row.wrapped_key)]),
  );
}

/** The person's data key. Throws when it is gone. */
export async function getPersonKey(tx: Tx, personId: string): Promise<Buffer> {
  const key = (await findPersonKeys(tx, [personId])).get(personId);
  if (key === undefined) throw new Error('the data key of this person is gone');
  return key;
}
