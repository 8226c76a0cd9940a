import { type Context, inTransaction, SYSTEM } from '../kernel/index.ts';
import { selectWaiting } from './find-waiting.ts';
import { offerNext } from './offer-next.ts';

/**
 * What the worker does every minute: offers that nobody answered in time are over, and each who waits is offered a time that
 * suits them, the longest waiting first. It looks at what is free now, so it does not matter why a time is: given back,
 * declined, moved, an expired hold, new hours. One that fails holds back none of the others. Answers the ids of the offers.
 */
export async function offerFreeTimes(context: Omit<Context, 'actor'>): Promise<string[]> {
  const system = { ...context, actor: SYSTEM };
  const waiting = await inTransaction(system, 'read write', async (tx) => {
    const now = new Date(tx.clock.now());
    await tx.db
      .updateTable('time_offer')
      .set({ answer: 'expired', answered_at: now })
      .where('answer', 'is', null)
      .where('expires_at', '<=', now)
      .execute();
    return selectWaiting(tx).execute();
  });
  const offered: string[] = [];
  const errors: unknown[] = [];
  for (const { id: wishId } of waiting) {
    try {
      const id = await offerNext(system, { wishId });
      if (id !== undefined) offered.push(id);
    } catch (error) {
      errors.push(error);
    }
  }
  if (errors.length > 0) throw new AggregateError(errors, 'some who wait were offered nothing');
  return offered;
}
