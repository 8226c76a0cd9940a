import { asUnavailable } from '@homeward/core/kernel';
import { Hono } from 'hono';
import { calendarApp } from './calendar/calendar-app.ts';
import { healthApp } from './health.ts';
import { type RequestIdEnv, requestId } from './request-id.ts';
import { rpcApp } from './rpc/rpc-app.ts';
import { openThrottle } from './throttle/throttle.ts';
import { docsApp, type V1Deps, v1App } from './v1/index.ts';

/** The whole API as a function from request to response. It never listens. */
export function createApi(deps: V1Deps): Hono<RequestIdEnv> {
  const given = { ...deps, throttle: deps.throttle ?? openThrottle() };
  const app = new Hono<RequestIdEnv>();
  app.use(requestId(deps));
  app.onError((error, c) => {
    deps.logError({ requestId: c.get('requestId'), route: c.req.method, error });
    if (asUnavailable(error) !== undefined) return c.json({ error: { message: 'unavailable' } }, 503);
    return c.json({ error: { message: 'internal' } }, 500);
  });
  app.notFound((c) => c.json({ error: { message: 'not-found' } }, 404));
  app.route('/', healthApp(deps));
  app.route('/rpc', rpcApp(given));
  app.route('/calendar', calendarApp(given));
  const v1 = v1App(given);
  app.route('/', v1);
  app.route('/', docsApp(v1));
  return app;
}
