import { AbortedError } from './errors.ts';

/** The longest wait between two attempts; a server that asks for more gets an error thrown instead. */
export const LONGEST_WAIT_MS = 8000;
const FIRST_WAIT_MS = 500;

/** Full jitter: a random part of 0.5 s, 1 s, 2 s … up to the cap. `attempt` is the one that failed, from 1. */
export function backoffMs(attempt: number, random: number): number {
  return Math.round(random * Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (attempt - 1)));
}

/** 409 only when the server says when to come back: another request with the same key is still running. */
export function isRetryable(status: number, headers: Headers): boolean {
  if (status === 409) return headers.has('retry-after');
  return status === 408 || status === 429 || status >= 500;
}

/**
 * `Retry-After` in milliseconds: seconds, or a date, which is measured against the server's own `Date`
 * (a partner's clock may be off).
 */
export function retryAfterMs(headers: Headers, now: number): number | undefined {
  const value = headers.get('retry-after')?.trim();
  if (!value) return undefined;
  if (/^\d+(\.\d+)?$/.test(value)) return Math.round(Number(value) * 1000);
  const until = Date.parse(value);
  if (Number.isNaN(until)) return undefined;
  const serverNow = Date.parse(headers.get('date') ?? '');
  return Math.max(0, until - (Number.isNaN(serverNow) ? now : serverNow));
}

/** Waits; throws AbortedError as soon as the caller's signal fires. */
export function wait(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const onAbort = () => {
      clearTimeout(timer);
      reject(aborted(signal));
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', onAbort);
      resolve();
    }, ms);
    if (signal?.aborted) onAbort();
    else signal?.addEventListener('abort', onAbort, { once: true });
  });
}

export function aborted(signal: AbortSignal | undefined): AbortedError {
  return new AbortedError('Aborted by the caller.', { cause: signal?.reason });
}
