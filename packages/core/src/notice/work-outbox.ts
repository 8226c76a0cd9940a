import { type Context, OUTBOX, type OutboxEvent, SYSTEM } from '../kernel/index.ts';
import { recordNotice } from './record-notice.ts';

/** Carries on what the outbox holds, until the queue is stopped. A job that throws is tried again later. */
export async function workOutbox(context: Omit<Context, 'actor'>): Promise<void> {
  await context.ports.boss.work<OutboxEvent>(
    OUTBOX,
    { batchSize: 20, pollingIntervalSeconds: 2 },
    async (jobs) => {
      for (const { data } of jobs) await recordNotice({ ...context, actor: SYSTEM }, data);
    },
  );
}
