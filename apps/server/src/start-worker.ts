import type { Log } from './log.ts';
import type { OpenContext } from './open-context.ts';

/** Carries on what has happened: takes events from the outbox. */
export async function startWorker(_context: OpenContext, _log: Log): Promise<void> {}
