import { HomewardError } from './errors.ts';

/** What is written to a log about a request, and nothing else: never a body, a header, an id or a key. */
export interface LogFields {
  method: string;
  /** The path with its parameters' names, such as `/v1/services/{externalId}`. */
  path: string;
  attempt: number;
  status?: number;
  requestId?: string;
  durationMs?: number;
  delayMs?: number;
  reason?: string;
}

/** `console` is one. */
export interface Logger {
  debug(message: string, fields: LogFields): void;
  warn(message: string, fields: LogFields): void;
}

export type RequestEvent = Pick<LogFields, 'method' | 'path' | 'attempt'>;
export interface ResponseEvent extends RequestEvent {
  status: number;
  requestId?: string;
  durationMs: number;
  /** The `Deprecation` and `Sunset` headers, when the server plans to take this request away. */
  deprecation?: string;
  sunset?: string;
}
export interface RetryEvent extends RequestEvent {
  delayMs: number;
  reason: string;
}

export interface HomewardOptions {
  /** Default: the environment's `HOMEWARD_API_KEY`. Checked at the first request, so that a build may import you without one. */
  apiKey?: string | undefined;
  /** The portal's address, such as `https://portal.example.org`. Default: the environment's `HOMEWARD_BASE_URL`. */
  baseUrl?: string | undefined;
  /** For each attempt, reading the answer included. Default 30,000. */
  timeoutMs?: number | undefined;
  /** After connection errors, timeouts, 408, 429, 500 and above, and 409 when the server says when. Default 2. */
  maxRetries?: number | undefined;
  fetch?: typeof globalThis.fetch | undefined;
  logger?: Logger | undefined;
  /** Hooks watch; what they throw is dropped. */
  onRequest?: ((event: RequestEvent) => void) | undefined;
  onResponse?: ((event: ResponseEvent) => void) | undefined;
  onRetry?: ((event: RetryEvent) => void) | undefined;
  /** A key in a browser is everybody's key. */
  dangerouslyAllowBrowser?: boolean | undefined;
}

export interface RequestOptions {
  /** Ends the request, and also a wait before a retry. */
  signal?: AbortSignal | undefined;
  timeoutMs?: number | undefined;
  maxRetries?: number | undefined;
  /** Writes only; made for you when absent, the same across retries. Bring your own to repeat a write safely after a crash. */
  idempotencyKey?: string | undefined;
  headers?: Record<string, string> | undefined;
}

/** Reads a variable where there is an environment (Node, Deno, Bun), and nothing where there is none. */
export function environment(name: string): string | undefined {
  const host = globalThis as { process?: { env?: Record<string, string | undefined> } };
  return host.process?.env?.[name];
}

export function isBrowser(): boolean {
  const host = globalThis as { window?: { document?: unknown } };
  return host.window?.document !== undefined;
}

/** The key as it goes into the header. A key with a line break in it would otherwise be quoted in `fetch`'s own error. */
export function checkedApiKey(apiKey: string | undefined): string {
  const key = apiKey?.trim();
  if (!key) throw new HomewardError('No API key: pass `apiKey`, or set HOMEWARD_API_KEY.');
  if (!/^[\x21-\x7e]+$/.test(key)) {
    throw new HomewardError(
      'The API key has characters that no key has: copy it again, without quotes or spaces.',
    );
  }
  return key;
}

/** The address before `/v1`. Only an address on this machine or a bare private name may be plain http: a key must not cross a network in the clear. */
export function checkedBaseUrl(baseUrl: string | undefined): string {
  const given = baseUrl?.trim();
  if (!given) throw new HomewardError('No address: pass `baseUrl`, or set HOMEWARD_BASE_URL to the portal.');
  const url = URL.canParse(given) ? new URL(given) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol) || url.username || url.search || url.hash) {
    throw new HomewardError('`baseUrl` must be an address such as https://portal.example.org.');
  }
  const isNear = /^(127\.|10\.|192\.168\.|\[::1\]$|[^.:]+$)/.test(url.hostname);
  if (url.protocol === 'http:' && !isNear) {
    throw new HomewardError('`baseUrl` must be https: with http anybody on the way can read the API key.');
  }
  return url.origin + url.pathname.replace(/\/+$/, '').replace(/\/v1$/, '');
}
