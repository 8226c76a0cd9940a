import { planDueReminders, sendDueMessages } from '@homeward/core/message';
import type { Log } from '../log.ts';
import type { OpenContext } from '../open-context.ts';

const PAUSE_MS = 15_000;

/** Makes the reminders whose time has come and sends what is due: now, and a few times a minute. */
export function startMessages(
  context: OpenContext,
  { closing, log }: { closing: AsyncDisposableStack; log: Log },
): void {
  const stopping = new AbortController();
  const work = async () => {
    try {
      await planDueReminders(context);
      await sendDueMessages(context, {
        report: (code) => log({ level: 'warn', event: 'worker.message', code }),
        signal: stopping.signal,
      });
    } catch (error) {
      log({ level: 'error', event: 'worker.messages', error });
    }
  };
  let running = work();
  let isIdle = false;
  const rest = () => {
    isIdle = true;
  };
  running.then(rest);
  const timer = setInterval(() => {
    // A slow server must not pile up rounds.
    if (!isIdle) return;
    isIdle = false;
    running = work();
    running.then(rest);
  }, PAUSE_MS);
  closing.defer(async () => {
    stopping.abort();
    clearInterval(timer);
    await running;
  });
}
