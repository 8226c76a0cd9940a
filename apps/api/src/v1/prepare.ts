import { Failure, newId } from '@homeward/core/kernel';
import type { MiddlewareHandler } from 'hono';
import type { V1Deps, V1Env } from './env.ts';

/** Around every request: an id, and an answer that no cache keeps and no browser guesses at. */
export const prepare =
  (deps: V1Deps): MiddlewareHandler<V1Env> =>
  async (c, next) => {
    c.set('requestId', c.get('requestId') ?? newId(deps));
    c.set('origin', deps.origin ?? '');
    await next();
    c.res.headers.set('X-Request-Id', c.var.requestId);
    c.res.headers.set('Cache-Control', 'no-store');
    c.res.headers.set('X-Content-Type-Options', 'nosniff');
    for (const [name, value] of Object.entries(c.get('rateLimit') ?? {})) c.res.headers.set(name, value);
  };

/** The router takes a broken escape for a name; here it is a fault of the caller. */
export const refuseUnreadablePath: MiddlewareHandler<V1Env> = async (c, next) => {
  try {
    decodeURIComponent(new URL(c.req.url).pathname);
  } catch {
    throw new Failure('invalid-input', 'the path is not well percent-encoded UTF-8');
  }
  await next();
};
