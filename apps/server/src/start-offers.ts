import { offerFreeTimes } from '@homeward/core/waiting';
import type { Log } from './log.ts';
import type { OpenContext } from './open-context.ts';

const minute = 60 * 1000;

/** Offers times that are free to those who wait for an earlier one: now, and every minute. */
export function startOffers(
  context: OpenContext,
  { closing, log }: { closing: AsyncDisposableStack; log: Log },
): void {
  const offer = () =>
    offerFreeTimes(context).catch((error: unknown) => log({ level: 'error', event: 'worker.offers', error }));
  let running: Promise<unknown> = offer();
  const timer = setInterval(() => {
    running = running.then(offer);
  }, minute);
  closing.defer(async () => {
    clearInterval(timer);
    await running;
  });
}
