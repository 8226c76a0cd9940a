import { Failure, newId } from '@homeward/core/kernel';
import type { MiddlewareHandler } from 'hono';
import type { V1Deps, V1Env } from './env.ts';

/** Around every request: an id, a path that can be read, and an answer that no cache keeps. */
export const prepare =
  (deps: V1Deps): MiddlewareHandler<V1Env> =>
  async (c, next) => {
    c.set('requestId', c.get('requestId') ?? newId(deps));
    c.set('origin', deps.origin ?? '');
    c.header('X-Request-Id', c.var.requestId);
    c.header('Cache-Control', 'no-store');
    c.header('X-Content-Type-Options', 'nosniff');
    assertReadablePath(c.req.url);
    await next();
  };

/** The router takes a broken escape for a name; here it is a fault of the caller. */
function assertReadablePath(url: string): void {
  try {
    decodeURIComponent(new URL(url).pathname);
  } catch {
    throw new Failure('invalid-input', 'the path is not well percent-encoded UTF-8');
  }
}
