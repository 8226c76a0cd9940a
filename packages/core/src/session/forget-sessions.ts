import { type Context, inTransaction, SYSTEM } from '../kernel/index.ts';

/** Deletes sessions that are over: when somebody was last here is nobody's business. Answers how many. */
export async function forgetSessions(context: Omit<Context, 'actor'>): Promise<number> {
  return inTransaction({ ...context, actor: SYSTEM }, 'read write', async ({ db, clock }) => {
    const { numDeletedRows } = await db
      .deleteFrom('session')
      .where('expires_at', '<=', new Date(clock.now()))
      .executeTakeFirst();
    return Number(numDeletedRows);
  });
}
