import { actingAs, type Context, inTransaction } from '../kernel/index.ts';
import { verifyPassphrase } from './passphrase.ts';

/** Whether it is the passphrase of the person who acts; of nobody else, whoever works here included. */
export async function isRightPassphrase(context: Context, passphrase: string): Promise<boolean> {
  const { personId } = actingAs(context.actor, 'person');
  const person = await inTransaction(context, 'read only', ({ db }) =>
    db.selectFrom('person').select('passphrase_hash').where('id', '=', personId).executeTakeFirst(),
  );
  return verifyPassphrase(context, passphrase, person?.passphrase_hash);
}
