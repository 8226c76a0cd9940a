import type { Log } from './log.ts';

/**
 * What nothing caught goes to the log, which drops its words: Node would print them, and they may be a person's.
 * A lost rejection ends nobody else's request; after a lost exception the process cannot be trusted, and ends.
 */
export function logStrays(log: Log): void {
  process.on('unhandledRejection', (error) => log({ level: 'error', event: 'rejection', error }));
  process.on('uncaughtException', (error) => {
    log({ level: 'error', event: 'exception', error });
    process.exit(1);
  });
  // Node's own listener prints the words of a warning.
  process.removeAllListeners('warning');
  process.on('warning', (error) => log({ level: 'warn', event: 'warning', error }));
  // Whoever read the output may go away (`npm start | head`); that is no reason to stop.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
}
