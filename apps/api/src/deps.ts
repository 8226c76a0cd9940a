import type { ErrorCode } from '@homeward/contracts/error-code';
import type { Context } from '@homeward/core/kernel';
import type { Throttle } from './throttle/throttle.ts';

/** A line of the log: an allow-list of members, never a body, a query, an address of a caller or a text that people wrote. */
export interface LogEntry {
  requestId: string;
  /** What was asked for, without ids: `rpc booking.book`, `PUT /v1/services/{externalId}`. */
  route: string;
  error: unknown;
}

/** A refusal that somebody who watches over the server may want to count. It says what was refused, and nothing of whom. */
export interface RefusalEntry extends Omit<LogEntry, 'error'> {
  code: ErrorCode;
}

/** Failed proofs of who is here, and tries at what is not theirs. */
const TELLING = new Set<ErrorCode>([
  'not-signed-in',
  'wrong-sign-in',
  'wrong-code',
  'forbidden',
  'second-factor-required',
  'step-up-required',
  'too-many-requests',
]);

export const isTelling = (code: ErrorCode): boolean => TELLING.has(code);

/** What the API needs; everything but who acts, which each request says. */
export interface ApiDeps extends Omit<Context, 'actor'> {
  /** Called for what should not happen: an error that is not a `Failure`. */
  logError: (entry: LogEntry) => void;
  /** Called for a refusal that is telling (`isTelling`). */
  logRefusal: (entry: RefusalEntry) => void;
  /** Left out: one of this API's own, in the memory of this process. */
  throttle?: Throttle;
}
