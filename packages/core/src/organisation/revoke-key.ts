import { RevokeKey } from '@homeward/contracts/organisation';
import { command, Failure } from '../kernel/index.ts';

/** Takes a key away: it opens nothing from the next request on. Throws `not-found`, the same for another organisation's. */
export const revokeKey = command({
  action: 'key.revoke',
  scope: 'keys:administer',
  stepUp: true,
  input: RevokeKey,
  run: async (tx, { id }) => {
    const { numUpdatedRows } = await tx.db
      .updateTable('api_key')
      .set({ revoked_at: new Date(tx.clock.now()) })
      .where('id', '=', id)
      .where('revoked_at', 'is', null)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) throw new Failure('not-found', 'there is no such key');
    return { id };
  },
  subject: ({ id }) => id,
});
