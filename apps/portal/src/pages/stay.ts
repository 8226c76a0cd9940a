import type { APIRoute } from 'astro';

/** Whoever is here stays: asking counts as use of the session. Answers how many seconds it lasts from now on; 0 when it is over. */
export const GET: APIRoute = async ({ locals }) => {
  const me = await locals.visit.me();
  return new Response('secondsLeft' in me ? String(me.secondsLeft) : '0', {
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
  });
};
