import type { ErrorCode } from '@homeward/contracts/error-code';
import { Failure } from '@homeward/core/kernel';
import { authenticate } from '@homeward/core/session';
import { fetchRequestHandler } from '@trpc/server/adapters/fetch';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { type ApiDeps, isTelling } from '../deps.ts';
import type { RequestIdEnv } from '../request-id.ts';
import { openThrottle } from '../throttle/throttle.ts';
import { PROCEDURES } from './procedures.ts';
import { refuseForeignRequests } from './refuse-foreign-requests.ts';
import { rpcRouter } from './router.ts';
import { errorCodeOf, type RpcContext, toTrpcError } from './trpc.ts';

/** The largest rpc body; the longest legal input is far below. */
const MOST_BYTES = 64 * 1024;
/** A batch tries many things in one request: few are enough for any page, and useless for guessing. */
const MOST_IN_BATCH = 5;

/** The private door of the portal. */
export function rpcApp(deps: ApiDeps): Hono<RequestIdEnv> {
  const app = new Hono<RequestIdEnv>();
  const throttle = deps.throttle ?? openThrottle();
  app.use(refuseForeignRequests);
  app.use(
    bodyLimit({ maxSize: MOST_BYTES, onError: (c) => c.json({ error: { message: 'too-large' } }, 413) }),
  );
  app.all('/*', async (c) => {
    const requestId = c.get('requestId');
    const cookies: string[] = [];
    const caller = c.env?.caller;
    let retryAfter: number | undefined;
    const actor = await authenticate(deps, c.req.header('cookie'));
    const response = await fetchRequestHandler({
      endpoint: '/rpc',
      req: c.req.raw,
      router: rpcRouter,
      allowBatching: true,
      maxBatchSize: MOST_IN_BATCH,
      allowMethodOverride: true,
      createContext: ({ info }): RpcContext => {
        if (info.isBatchCall && info.calls.some(({ path }) => PROCEDURES.get(path)?.meta.alone))
          throw toTrpcError(new Failure('invalid-input', 'this can’t be asked together with anything else'));
        return { ...deps, actor, requestId, caller, throttle, setCookie: (value) => cookies.push(value) };
      },
      onError: ({ error, path }) => {
        const { cause } = error;
        const code = errorCodeOf(error);
        const route = `rpc ${path ?? ''}`;
        if (cause instanceof Failure) retryAfter = cause.retryAfterSeconds;
        if (isTelling(code)) deps.logRefusal({ requestId, route, code });
        if (isOurFault(code)) deps.logError({ requestId, route, error: cause ?? error });
      },
    });
    for (const cookie of cookies) response.headers.append('set-cookie', cookie);
    if (retryAfter !== undefined) response.headers.set('retry-after', String(retryAfter));
    response.headers.set('cache-control', 'no-store');
    return response;
  });
  return app;
}

const isOurFault = (code: ErrorCode): boolean => code === 'internal' || code === 'unavailable';
