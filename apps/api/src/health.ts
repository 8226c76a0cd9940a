import { isDatabaseReachable } from '@homeward/core/kernel';
import { Hono } from 'hono';
import type { ApiDeps } from './deps.ts';

/** `/healthz`: the process answers. `/readyz`: the database answers too. */
export function healthApp({ db }: Pick<ApiDeps, 'db'>): Hono {
  return new Hono()
    .get('/healthz', (c) => c.text('ok'))
    .get('/readyz', async (c) => {
      const reachable = await isDatabaseReachable(db);
      return reachable ? c.text('ready') : c.text('the database does not answer', 503);
    });
}
