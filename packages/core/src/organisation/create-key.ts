import { type CreatedKey, CreateKey } from '@homeward/contracts/organisation';
import type { z } from 'zod';
import { command, Failure, newId, pgCode, type Tx } from '../kernel/index.ts';
import { hashApiKey, prefixOfApiKey, toApiKey } from './api-key.ts';

const FOREIGN_KEY_VIOLATION = '23503';

/** Gives an organisation an API key. The answer is the only place where the key ever stands. */
export const createKey = command({
  action: 'key.create',
  scope: 'keys:create',
  input: CreateKey,
  subject: ({ id }: CreatedKey) => id,
  run: (tx, input) => insertKey(tx, input),
});

/** Makes the key and keeps its hash. Throws `not-found` for an organisation that is not there. */
export async function insertKey(
  tx: Tx,
  { organisationId, name, scopes }: z.output<typeof CreateKey>,
): Promise<CreatedKey> {
  const id = newId(tx);
  const key = toApiKey(tx.random.bytes(32));
  await tx.db
    .insertInto('api_key')
    .values({
      id,
      organisation_id: organisationId,
      name,
      prefix: prefixOfApiKey(key),
      key_hash: hashApiKey(key),
      scopes: [...new Set(scopes)],
      created_at: new Date(tx.clock.now()),
    })
    .execute()
    .catch((error: unknown) => {
      throw pgCode(error) === FOREIGN_KEY_VIOLATION
        ? new Failure('not-found', 'there is no such organisation')
        : error;
    });
  return { id, key };
}
