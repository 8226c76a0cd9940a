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
  /** Only its name, code and stack frames are written: its message may repeat what someone typed. */
  error?: unknown;
}

export type Log = (entry: LogEntry) => void;

/** Writes one line of JSON per entry, by allow-list. */
export function createLog(write: (line: string) => void, now: () => number): Log {
  return ({ level, event, requestId, method, route, status, durationMs, error }) => {
    const time = new Date(now()).toISOString();
    const line = {
      time,
      level,
      event,
      requestId,
      method,
      route,
      status,
      durationMs,
      error: presentError(error),
    };
    write(`${JSON.stringify(line)}\n`);
  };
}

interface PresentedError {
  name: string;
  code?: string;
  at: string[];
  cause?: PresentedError;
}

function presentError(error: unknown, depth = 0): PresentedError | undefined {
  if (error === undefined) return undefined;
  if (!(error instanceof Error)) return { name: typeof error, at: [] };
  const stack = error.stack ?? '';
  // The stack begins with the message, whose lines may look like frames.
  const afterMessage = stack.slice(stack.indexOf(error.message) + error.message.length);
  const frames = afterMessage.split('\n').filter((line) => /^\s+at /.test(line));
  const cause = depth < 3 ? presentError(error.cause, depth + 1) : undefined;
  return {
    name: error.name,
    ...('code' in error && typeof error.code === 'string' && { code: error.code }),
    at: frames.slice(0, 12).map((line) => line.trim()),
    ...(cause && { cause }),
  };
}
