import { authenticate } from '@homeward/core/session';
import { fetchRequestHandler } from '@trpc/server/adapters/fetch';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { type ApiDeps, isTelling } from '../deps.ts';
import type { RequestIdEnv } from '../request-id.ts';
import { refuseForeignRequests } from './refuse-foreign-requests.ts';
import { rpcRouter } from './router.ts';
import { errorCodeOf, type RpcContext } from './trpc.ts';

/** The largest rpc body; the longest legal input is far below. */
const MOST_BYTES = 64 * 1024;
/** A batch tries many things in one request: few are enough for any page, and useless for guessing. */
const MOST_IN_BATCH = 5;

/** The private door of the portal. */
export function rpcApp(deps: ApiDeps): Hono<RequestIdEnv> {
  const app = new Hono<RequestIdEnv>();
  app.use(refuseForeignRequests);
  app.use(
    bodyLimit({ maxSize: MOST_BYTES, onError: (c) => c.json({ error: { message: 'too-large' } }, 413) }),
  );
  app.all('/*', async (c) => {
    const requestId = c.get('requestId');
    const cookies: string[] = [];
    const actor = await authenticate(deps, c.req.header('cookie'));
    const response = await fetchRequestHandler({
      endpoint: '/rpc',
      req: c.req.raw,
      router: rpcRouter,
      allowBatching: true,
      maxBatchSize: MOST_IN_BATCH,
      allowMethodOverride: true,
      createContext: (): RpcContext => ({
        ...deps,
        actor,
        requestId,
        setCookie: (value) => cookies.push(value),
      }),
      onError: ({ error, path }) => {
        const code = errorCodeOf(error);
        const route = `rpc ${path ?? ''}`;
        if (isTelling(code)) deps.logRefusal({ requestId, route, code });
        if (code === 'internal') deps.logError({ requestId, route, error: error.cause ?? error });
      },
    });
    for (const cookie of cookies) response.headers.append('set-cookie', cookie);
    response.headers.set('cache-control', 'no-store');
    return response;
  });
  return app;
}
