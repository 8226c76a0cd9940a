import { type Context, inTransaction, SYSTEM } from '../kernel/index.ts';

/** Deletes challenges that nobody answered in time. For the worker, now and then. Answers how many. */
export async function forgetChallenges(context: Omit<Context, 'actor'>): Promise<number> {
  return inTransaction({ ...context, actor: SYSTEM }, 'read write', async ({ db, clock }) => {
    const { numDeletedRows } = await db
      .deleteFrom('passkey_challenge')
      .where('expires_at', '<=', new Date(clock.now()))
      .executeTakeFirst();
    return Number(numDeletedRows);
  });
}
