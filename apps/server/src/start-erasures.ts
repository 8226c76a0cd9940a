import { carryOutErasures } from '@homeward/core/erasure';
import type { Log } from './log.ts';
import type { OpenContext } from './open-context.ts';

const fiveMinutes = 5 * 60 * 1000;

/** Carries out the erasures whose waiting time is over: now, and every few minutes. */
export function startErasures(
  context: OpenContext,
  { closing, log }: { closing: AsyncDisposableStack; log: Log },
): void {
  const carryOut = () =>
    carryOutErasures(context).catch((error: unknown) =>
      log({ level: 'error', event: 'worker.erasures', error }),
    );
  let running: Promise<unknown> = carryOut();
  const timer = setInterval(() => {
    running = running.then(carryOut);
  }, fiveMinutes);
  closing.defer(async () => {
    clearInterval(timer);
    await running;
  });
}
