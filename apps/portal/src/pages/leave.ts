import type { APIRoute } from 'astro';
import { weatherPage } from '../features/leave/weather-pages.ts';
import { dropZoneCookie } from '../features/zone/zone-cookie.ts';

/**
 * Ends the session and leads to the weather. Nothing is written down, and nothing that fails keeps anyone here. A page
 * elsewhere that points a picture here changes nothing: only a navigation or our own script is obeyed.
 */
export const GET: APIRoute = async ({ locals, request }) => {
  const { visit } = locals;
  const site = request.headers.get('sec-fetch-site');
  const isOurs = site !== 'cross-site' || request.headers.get('sec-fetch-mode') === 'navigate';
  if (isOurs) {
    dropZoneCookie(visit.cookies);
    await visit.rpc.session.signOut.mutate().catch(() => undefined);
  }
  return new Response(null, {
    status: 303,
    headers: {
      location: weatherPage(visit.acceptLanguage).url,
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      ...(isOurs && { 'clear-site-data': '"cache", "cookies", "storage"' }),
    },
  });
};
