import { PasskeyById } from '@homeward/contracts/passkey';
import { actingAs, command, Failure } from '../kernel/index.ts';

/** Takes a passkey of the person's away: it opens nothing from now on. Throws `not-found`. */
export const removePasskey = command({
  action: 'passkey.remove',
  scope: 'passkeys:own',
  stepUp: true,
  input: PasskeyById,
  run: async (tx, { id }) => {
    const { numDeletedRows } = await tx.db
      .deleteFrom('passkey')
      .where('id', '=', id)
      .where('person_id', '=', actingAs(tx.actor, 'person').personId)
      .executeTakeFirst();
    if (numDeletedRows === 0n) throw new Failure('not-found', 'there is no such passkey');
    return { id };
  },
  subject: ({ id }) => id,
});
