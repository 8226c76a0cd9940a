import { workOutbox } from '@homeward/core/notice';
import { forgetPastDates } from '@homeward/core/retention';
import { startAnchoring } from './audit/start-anchoring.ts';
import type { Log } from './log.ts';
import { startMessages } from './message/start-messages.ts';
import type { OpenContext } from './open-context.ts';
import { startErasures } from './start-erasures.ts';
import { startOffers } from './start-offers.ts';

const hour = 60 * 60 * 1000;

/** Carries on what has happened (the outbox), offers free times to who waits, and forgets what is past its date. */
export async function startWorker(
  context: OpenContext,
  { auditAnchor, closing, log }: { auditAnchor: string; closing: AsyncDisposableStack; log: Log },
): Promise<void> {
  await workOutbox(context);
  await startAnchoring(context, { file: auditAnchor, closing, log });
  startErasures(context, { closing, log });
  startMessages(context, { closing, log });
  startOffers(context, { closing, log });
  const clear = () =>
    forgetPastDates(context).catch((error: unknown) => log({ level: 'error', event: 'worker.clear', error }));
  let clearing: Promise<unknown> = clear();
  const timer = setInterval(() => {
    clearing = clear();
  }, hour);
  closing.defer(async () => {
    clearInterval(timer);
    await clearing;
  });
}
