import { type CreatedKey, CreateOwnKey } from '@homeward/contracts/organisation';
import { actingAs, command } from '../kernel/index.ts';
import { insertKey } from './create-key.ts';

/** An organisation's admin makes a key for it. The answer is the only place where the key ever stands. */
export const createOwnKey = command({
  action: 'key.create-own',
  scope: 'keys:own',
  stepUp: true,
  input: CreateOwnKey,
  run: (tx, input): Promise<CreatedKey> =>
    insertKey(tx, { ...input, organisationId: actingAs(tx.actor, 'organisation-admin').organisationId }),
  subject: ({ id }) => id,
});
