import { Hono } from 'hono';
import { healthApp } from './health.ts';
import { type RequestIdEnv, requestId } from './request-id.ts';
import { rpcApp } from './rpc/rpc-app.ts';
import { type V1Deps, v1App } from './v1/index.ts';

/** The whole API as a function from request to response. It never listens. */
export function createApi(deps: V1Deps): Hono<RequestIdEnv> {
  const app = new Hono<RequestIdEnv>();
  app.use(requestId(deps));
  app.onError((error, c) => {
    deps.logError({ requestId: c.get('requestId'), route: c.req.method, error });
    return c.json({ error: { message: 'internal' } }, 500);
  });
  app.notFound((c) => c.json({ error: { message: 'not-found' } }, 404));
  app.route('/', healthApp(deps));
  app.route('/rpc', rpcApp(deps));
  app.route('/', v1App(deps));
  return app;
}
