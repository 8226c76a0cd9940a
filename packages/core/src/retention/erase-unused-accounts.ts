import { sql } from 'kysely';
import { erasePerson } from '../erasure/index.ts';
import { type Context, inTransaction, SYSTEM } from '../kernel/index.ts';

/** A random one finds nothing: nobody asked for this erasure, so nobody holds a receipt of it. */
const INDEX_BYTES = 32;

/** Erases accounts that nobody used, and in which nobody was cared for, since this instant; they have been locked for long. */
export async function eraseUnusedAccounts(context: Omit<Context, 'actor'>, before: Date): Promise<number> {
  const unused = await inTransaction({ ...context, actor: SYSTEM }, 'read only', ({ db }) =>
    db
      .selectFrom('person')
      .select('id')
      .where(sql<boolean>`person_active_until(id) <= ${before}::timestamptz`)
      .execute(),
  );
  for (const { id: personId } of unused)
    await erasePerson(context, { personId, receiptIndex: context.random.bytes(INDEX_BYTES) });
  return unused.length;
}
