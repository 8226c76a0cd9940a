import { createHash } from 'node:crypto';
import { readFeed } from '@homeward/core/calendar';
import { Failure, VISITOR } from '@homeward/core/kernel';
import { type Context, Hono } from 'hono';
import type { ApiDeps } from '../deps.ts';
import type { RequestIdEnv } from '../request-id.ts';
import { openThrottle } from '../throttle/throttle.ts';

const ROUTE = 'GET /calendar/{token}.ics';
const HEADERS = {
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-robots-tag': 'noindex, nofollow',
};

/**
 * Counsellors' calendars, for programs that subscribe: the address is the only proof there is. Whatever is not one answers
 * the same 404, and who tries many is slowed and then refused.
 */
export function calendarApp(deps: ApiDeps): Hono<RequestIdEnv> {
  const throttle = deps.throttle ?? openThrottle();
  const app = new Hono<RequestIdEnv>();
  app.use(async (c, next) => {
    await next();
    for (const [name, value] of Object.entries(HEADERS)) c.res.headers.set(name, value);
  });
  app.get('/:file{.+\\.ics}', async (c) => {
    const token = c.req.param('file').slice(0, -'.ics'.length);
    const guess = { context: deps, caller: c.env?.caller, kind: 'calendar-feed', target: token };
    const found = await throttle
      .guess(
        guess,
        () => findFeed(deps, token),
        (text) => text === undefined,
      )
      .catch((error: unknown) => (error instanceof Failure ? error : Promise.reject(error)));
    if (found instanceof Failure) {
      deps.logRefusal({ requestId: c.get('requestId'), route: ROUTE, code: found.code });
      c.header('retry-after', String(found.retryAfterSeconds ?? 60));
      return c.text('too many requests', 429);
    }
    if (found === undefined) return c.notFound();
    return answer(c, found);
  });
  return app;
}

/** The calendar's text; undefined for what opens none, whatever the reason. */
async function findFeed(deps: ApiDeps, token: string): Promise<string | undefined> {
  try {
    return await readFeed({ ...deps, actor: VISITOR }, { token });
  } catch (error) {
    if (error instanceof Failure && (error.code === 'not-found' || error.code === 'invalid-input'))
      return undefined;
    throw error;
  }
}

/** Programs ask every hour: one that knows this version is told so, and nothing more. */
function answer(c: Context, text: string): Response {
  const etag = `"${createHash('sha256').update(text).digest('base64url')}"`;
  c.header('etag', etag);
  const known = (c.req.header('if-none-match') ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  if (known.includes(etag)) return c.body(null, 304);
  c.header('content-type', 'text/calendar; charset=utf-8');
  c.header('content-disposition', 'inline; filename="calendar.ics"');
  return c.body(text);
}
