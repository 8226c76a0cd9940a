import { type Context, inTransaction, SYSTEM } from '../kernel/index.ts';
import { KEPT_FOR_MS } from './claim-request.ts';

/** Deletes the kept answers that no repeat may ask for any more, of all organisations. For the worker, now and then. */
export async function forgetAnswers(context: Omit<Context, 'actor'>): Promise<number> {
  return inTransaction({ ...context, actor: SYSTEM }, 'read write', async ({ db }) => {
    const { numDeletedRows } = await db
      .deleteFrom('idempotency_record')
      .where('created_at', '<=', new Date(context.clock.now() - KEPT_FOR_MS))
      .executeTakeFirst();
    return Number(numDeletedRows);
  });
}
