import { ApiError, ConnectionError, errorOfAnswer, type HomewardError, TimeoutError } from './errors.ts';
import {
  checkedApiKey,
  checkedBaseUrl,
  type HomewardOptions,
  type LogFields,
  type RequestOptions,
} from './options.ts';
import { aborted, backoffMs, isRetryable, LONGEST_WAIT_MS, retryAfterMs, wait } from './retry.ts';
import { type ApiRequest, urlOf } from './url.ts';

/** An answer with what came around it. */
export interface WithResponse<T> {
  data: T;
  status: number;
  headers: Headers;
  requestId: string | undefined;
  /** True when the server gave the stored answer of an earlier request with the same idempotency key. */
  replayed: boolean;
}

export type Send = <T>(request: ApiRequest, options?: RequestOptions) => Promise<WithResponse<T>>;

type Answer =
  | { ok: true; response: Response; body: string }
  | { ok: false; error: HomewardError; retry: boolean };

/** The one function through which every request goes: address, key, attempts, waits, errors, hooks. */
export function createSend(config: HomewardOptions): Send {
  const deprecationsSaid = new Set<string>();

  return async <T>(request: ApiRequest, options: RequestOptions = {}): Promise<WithResponse<T>> => {
    const prepared = prepare(config, request, options);
    const maxRetries = options.maxRetries ?? config.maxRetries ?? 2;
    const about = { method: request.method, path: request.template };

    for (let attempt = 1; ; attempt++) {
      watch(config.onRequest, { ...about, attempt });
      const answer = await attemptOnce(prepared, { ...about, attempt });
      if (answer.ok) return readAnswer<T>(answer.response, answer.body);

      const asked = answer.error instanceof ApiError ? answer.error.retryAfterMs : undefined;
      const delayMs = asked ?? backoffMs(attempt, Math.random());
      if (!answer.retry || attempt > maxRetries || delayMs > LONGEST_WAIT_MS) throw answer.error;
      const reason = answer.error instanceof ApiError ? String(answer.error.status) : answer.error.name;
      watch(config.onRetry, { ...about, attempt, delayMs, reason });
      log('warn', 'homeward: trying again', { ...about, attempt, delayMs, reason });
      await wait(delayMs, options.signal);
    }
  };

  async function attemptOnce(prepared: Prepared, about: LogFields): Promise<Answer> {
    const { signal, timeoutMs } = prepared;
    if (signal?.aborted) throw aborted(signal);
    const controller = new AbortController();
    const stop = () => controller.abort();
    const timer = setTimeout(stop, timeoutMs);
    signal?.addEventListener('abort', stop, { once: true });
    const startedAt = performance.now();
    try {
      const response = await prepared.fetch(prepared.url, { ...prepared.init, signal: controller.signal });
      const body = await response.text();
      report(response, { ...about, durationMs: Math.round(performance.now() - startedAt) });
      if (response.ok) return { ok: true, response, body };
      return {
        ok: false,
        error: refusal(response, body),
        retry: isRetryable(response.status, response.headers),
      };
    } catch (cause) {
      if (signal?.aborted) throw aborted(signal);
      const error = controller.signal.aborted
        ? new TimeoutError(`No whole answer within ${timeoutMs} ms.`, { cause })
        : new ConnectionError(`The connection failed: ${reasonOf(cause)}.`, { cause });
      log('debug', 'homeward: no answer', { ...about, reason: error.name });
      return { ok: false, error, retry: true };
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener('abort', stop);
    }
  }

  function report(response: Response, about: LogFields & { durationMs: number }): void {
    const requestId = response.headers.get('x-request-id');
    const fields = { ...about, status: response.status, ...(requestId === null ? {} : { requestId }) };
    const deprecation = response.headers.get('deprecation');
    const sunset = response.headers.get('sunset');
    watch(config.onResponse, {
      ...fields,
      ...(deprecation === null ? {} : { deprecation }),
      ...(sunset === null ? {} : { sunset }),
    });
    log('debug', 'homeward: answered', fields);
    const name = `${about.method} ${about.path}`;
    if (deprecation === null || deprecationsSaid.has(name)) return;
    deprecationsSaid.add(name);
    log('warn', `homeward: ${name} will go away${sunset === null ? '' : ` on ${sunset}`}`, fields);
  }

  function log(level: 'debug' | 'warn', message: string, fields: LogFields): void {
    watch(() => config.logger?.[level](message, fields), undefined);
  }
}

interface Prepared {
  fetch: typeof globalThis.fetch;
  url: string;
  init: RequestInit;
  signal: AbortSignal | undefined;
  timeoutMs: number;
}

/** All that stays the same across attempts, the body's bytes and the idempotency key included. */
function prepare(config: HomewardOptions, request: ApiRequest, options: RequestOptions): Prepared {
  const headers: Record<string, string> = {
    accept: 'application/json',
    authorization: `Bearer ${checkedApiKey(config.apiKey)}`,
  };
  if (request.method !== 'GET') headers['idempotency-key'] = options.idempotencyKey ?? crypto.randomUUID();
  if (request.body !== undefined) headers['content-type'] = 'application/json';
  for (const [name, value] of Object.entries(options.headers ?? {})) headers[name.toLowerCase()] = value;
  return {
    fetch: config.fetch ?? globalThis.fetch,
    url: urlOf(checkedBaseUrl(config.baseUrl), request),
    // a redirect would carry the body to a place the caller did not name
    init: {
      method: request.method,
      headers,
      redirect: 'manual',
      ...(request.body === undefined ? {} : { body: JSON.stringify(request.body) }),
    },
    signal: options.signal,
    timeoutMs: options.timeoutMs ?? config.timeoutMs ?? 30_000,
  };
}

function refusal(response: Response, body: string): HomewardError {
  if (response.status === 0 || (response.status >= 300 && response.status < 400)) {
    const to = response.headers.get('location');
    return new ConnectionError(
      `The server redirects${to === null ? '' : ` to ${to}`}: set \`baseUrl\` to the right address.`,
    );
  }
  return errorOfAnswer(response, body, retryAfterMs(response.headers, Date.now()));
}

function readAnswer<T>(response: Response, body: string): WithResponse<T> {
  let data: T;
  try {
    data = JSON.parse(body);
  } catch (cause) {
    throw new ConnectionError(
      `The answer (${response.status}) is not JSON: is \`baseUrl\` the portal's address?`,
      { cause },
    );
  }
  return {
    data,
    status: response.status,
    headers: response.headers,
    requestId: response.headers.get('x-request-id') ?? undefined,
    replayed: response.headers.get('idempotent-replayed') === 'true',
  };
}

/** Undici hides the reason ("ECONNREFUSED") one level down. */
function reasonOf(error: unknown): string {
  const { cause, message } = error as { cause?: { code?: string; message?: string }; message?: string };
  return cause?.code ?? cause?.message ?? message ?? 'unknown';
}

/** A hook or a logger that throws must not fail a write that has happened. */
function watch<Event>(hook: ((event: Event) => void) | undefined, event: Event): void {
  try {
    hook?.(event);
  } catch {
    // it watches only
  }
}
