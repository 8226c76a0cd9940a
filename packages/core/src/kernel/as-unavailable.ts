import { Failure } from './failure.ts';
import { pgCode } from './transaction.ts';

/** Of the network and of PostgreSQL: there is no connection, it went away, or no further one is to be had. */
const UNREACHABLE =
  /^(?:ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOENT|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|08...|57P0[1235]|53300)$/;
/** What the driver says without a code. */
const UNREACHABLE_WORDS =
  /^(?:Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect|Client was closed)/;

/** `unavailable`, when an error says that the database can't be reached; undefined for any other. */
export function asUnavailable(error: unknown): Failure | undefined {
  const isUnreachable =
    UNREACHABLE.test(pgCode(error) ?? '') ||
    (error instanceof Error && UNREACHABLE_WORDS.test(error.message));
  return isUnreachable
    ? new Failure('unavailable', 'the database does not answer', [], { cause: error, retryAfterSeconds: 5 })
    : undefined;
}
