import type { Log } from './log.ts';

/**
 * Sends what libraries write to the console (the portal's framework writes whole addresses when a page fails)
 * through the log, which keeps errors' places and drops the words.
 */
export function quietConsole(log: Log): void {
  for (const [method, level] of [
    ['error', 'error'],
    ['warn', 'warn'],
    ['log', 'info'],
    ['info', 'info'],
    ['debug', 'info'],
    ['trace', 'info'],
    ['dir', 'info'],
    ['table', 'info'],
  ] as const) {
    console[method] = (...values: unknown[]) => {
      // Without an error among the values, a new one tells at least who wrote.
      const error = values.find((value) => value instanceof Error) ?? new Error('console');
      log({ level, event: 'console', error });
    };
  }
}
