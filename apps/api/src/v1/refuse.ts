import { asUnavailable, Failure } from '@homeward/core/kernel';
import type { Context, ErrorHandler } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { isTelling } from '../deps.ts';
import type { V1Deps, V1Env } from './env.ts';
import { problem } from './problem.ts';

/** Any throw becomes a problem document. What nobody expected is told to the log; the caller learns the request id. */
export const refuse =
  (deps: V1Deps): ErrorHandler<V1Env> =>
  (error, c) => {
    const failure = toFailure(error);
    const { requestId } = c.var;
    const route = `${c.req.method} ${templateOf(c)}`;
    if (failure === undefined || failure.code === 'internal' || failure.code === 'unavailable')
      deps.logError({ requestId, route, error });
    if (failure === undefined || failure.code === 'internal') return problem(c, { code: 'internal' });
    if (isTelling(failure.code)) deps.logRefusal({ requestId, route, code: failure.code });
    return problem(c, {
      code: failure.code,
      detail: failure.message,
      issues: failure.issues,
      headers: headersOf(failure),
    });
  };

const headersOf = ({ code, retryAfterSeconds }: Failure): Record<string, string> => ({
  ...(code === 'not-signed-in' && { 'WWW-Authenticate': 'Bearer' }),
  ...(retryAfterSeconds !== undefined && { 'Retry-After': String(retryAfterSeconds) }),
});

function toFailure(error: unknown): Failure | undefined {
  if (error instanceof Failure) return error;
  if (error instanceof HTTPException && error.status === 415) {
    return new Failure('unsupported-media-type', 'the body must be JSON');
  }
  if (error instanceof HTTPException && error.status < 500) {
    return new Failure('invalid-input', 'the request can’t be read');
  }
  return asUnavailable(error);
}

/** The path without ids, as the document writes it: what may stand in a log. */
function templateOf(c: Context<V1Env>): string {
  const path = c.req.matchedRoutes.findLast((route) => !route.path.includes('*'))?.path ?? '/v1';
  return path.replaceAll(/:(\w+)/g, '{$1}');
}
