import { type Context, OUTBOX, type OutboxEvent, SYSTEM } from '../kernel/index.ts';
import { carryOutEvent } from './carry-out-event.ts';

/**
 * Carries on what the outbox holds, until the queue is stopped. An event that fails is tried again later, alone: it holds
 * back none of those that came with it.
 */
export async function workOutbox(context: Omit<Context, 'actor'>): Promise<void> {
  await context.ports.boss.work<OutboxEvent, void, typeof OPTIONS>(OUTBOX, OPTIONS, async (jobs) => {
    const results = [];
    for (const { id, data } of jobs) {
      try {
        await carryOutEvent({ ...context, actor: SYSTEM }, data);
        results.push({ id, status: 'completed' as const });
      } catch (error) {
        // Not thrown on: the queue would keep its words, and they may be somebody's. Who listens to the queue logs it.
        context.ports.boss.emit('error', error instanceof Error ? error : new Error('not an error'));
        results.push({ id, status: 'failed' as const });
      }
    }
    return results;
  });
}

const OPTIONS = { batchSize: 20, pollingIntervalSeconds: 2, perJobResults: true } as const;
