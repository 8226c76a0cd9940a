import { type Context, inTransaction, SYSTEM } from '../kernel/index.ts';
import { purgePerson } from './erase-person.ts';

const BATCH = 1000;

/**
 * Takes everybody who is on the erasure list out of the database. Call before anybody is served: the database may be an
 * older copy that was put back, or the last erasure may have been cut off. Answers how many were still there.
 */
export async function applyErasureList(context: Omit<Context, 'actor'>): Promise<number> {
  const system = { ...context, actor: SYSTEM };
  let purged = 0;
  let after: string | undefined;
  for (;;) {
    const erased = await context.ports.keys.listErased({ after, limit: BATCH });
    if (erased.length === 0) return purged;
    const back = await inTransaction(system, 'read only', (tx) =>
      tx.db.selectFrom('person').select('id').where('id', 'in', erased).execute(),
    );
    for (const { id } of back) await purgePerson(system, { personId: id });
    purged += back.length;
    after = erased.at(-1);
  }
}
