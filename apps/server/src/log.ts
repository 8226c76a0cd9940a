import { pino } from 'pino';
import { type PresentedError, presentError } from './present-error.ts';

/** What a line of the log may say. Nothing that came from a person: no body, query, address or user agent. */
interface LogEntry {
  level: 'info' | 'warn' | 'error';
  event: string;
  requestId?: string;
  method?: string;
  /** The route's template (`/v1/listings/:id`), never the path with its ids. */
  route?: string;
  status?: number;
  durationMs?: number;
  /** Why something was refused: one of the closed list of codes. */
  code?: string;
  /** Only its name, code and stack frames are written: its message may repeat what someone typed. */
  error?: unknown;
}

export type Log = (entry: LogEntry) => void;

/** Everything that a line may hold, each in the only form it may have. */
interface Line {
  event: string | undefined;
  requestId: string | undefined;
  method: string | undefined;
  route: string | undefined;
  status: number | undefined;
  durationMs: number | undefined;
  code: string | undefined;
  error: PresentedError | undefined;
}

/** Writes one line of JSON per entry, by allow-list: what is not on it, or has another form, is left out. */
export function createLog(write: (line: string) => void, now: () => number): Log {
  const logger = pino(
    {
      // Neither process id nor host name: they say nothing to the operator of one server, and something to a thief.
      base: null,
      level: 'info',
      timestamp: () => `,"time":"${new Date(now()).toISOString()}"`,
      formatters: { level: (level) => ({ level }) },
    },
    { write },
  );
  return (entry) => {
    const line: Line = {
      event: word(entry.event, /^[a-z][a-z.-]{0,40}$/),
      requestId: word(entry.requestId, /^[0-9a-f-]{36}$/),
      method: word(entry.method, /^[A-Z]{3,7}$/),
      route: word(entry.route, /^(?:rpc [A-Za-z.]{0,60}|[A-Z]{3,7}(?: [A-Za-z0-9/:{}._-]{1,120})?)$/),
      status: number(entry.status),
      durationMs: number(entry.durationMs),
      code: word(entry.code, /^[a-z]+(?:-[a-z]+){0,4}$/),
      error: presentError(entry.error),
    };
    logger[entry.level](line);
  };
}

const word = (text: unknown, form: RegExp): string | undefined =>
  typeof text === 'string' && form.test(text) ? text : undefined;

const number = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isFinite(value) ? value : undefined;
