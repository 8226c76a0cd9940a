import type { Context } from '@homeward/core/kernel';

/** A line of the log: an allow-list of members, never a body, a query, an address of a caller or a text that people wrote. */
export interface LogEntry {
  requestId: string;
  /** What was asked for, without ids: `rpc booking.book`, `PUT /v1/services/{externalId}`. */
  route: string;
  error: unknown;
}

/** What the API needs; everything but who acts, which each request says. */
export interface ApiDeps extends Omit<Context, 'actor'> {
  /** Called for what should not happen: an error that is not a `Failure`. */
  logError: (entry: LogEntry) => void;
}
