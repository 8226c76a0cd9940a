import type { MiddlewareHandler } from 'hono';

const refusal = (status: 403 | 405 | 415, message: string) => ({ status, body: { error: { message } } });

/**
 * Only JSON posted by our own pages or our own server gets in. A browser can't be made to send JSON across sites
 * without asking first, and says where a request comes from; tRPC alone would run a mutation without input from a foreign form.
 */
export const refuseForeignRequests: MiddlewareHandler = async (c, next) => {
  const refused = check(c.req.raw);
  if (refused !== undefined) return c.json(refused.body, refused.status);
  return next();
};

function check(request: Request) {
  const { method, headers, url } = request;
  if (method !== 'POST') return refusal(405, 'not-found');
  const contentType = headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (contentType !== 'application/json') return refusal(415, 'unsupported-media-type');
  const site = headers.get('sec-fetch-site');
  if (site !== null && site !== 'same-origin') return refusal(403, 'forbidden');
  const origin = headers.get('origin');
  if (origin !== null && hostOf(origin) !== (headers.get('host') ?? new URL(url).host))
    return refusal(403, 'forbidden');
  return undefined;
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}
