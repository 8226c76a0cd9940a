import { createApi } from '@homeward/api';
import type { World } from '@homeward/core/testing';
import { callerBehind } from '../../src/http/caller.ts';
import { listen } from '../../src/http/listen.ts';
import { chain } from '../../src/http/listener.ts';
import { type Fetch, serveApi } from '../../src/http/serve-api.ts';
import { servePortal } from '../../src/http/serve-portal.ts';

/** API and the built portal on one port of this process, put together as the server does it. */
export async function openPages(world: World): Promise<{ url: string; close: () => Promise<void> }> {
  const quiet = () => undefined;
  const api = createApi({
    ...world.visitor,
    logError: ({ error }) => console.error(error),
    logRefusal: quiet,
  });
  const fetchApi: Fetch = (request, caller) => api.fetch(request, { caller });
  const callerOf = callerBehind([]);
  const listeners = [
    serveApi(fetchApi, callerOf, quiet),
    ...(await servePortal({
      api: fetchApi,
      callerOf,
      log: ({ error }) => console.error(error),
      site: world.ports.site,
    })),
  ];
  const { port, close } = await listen({ port: 0, host: '127.0.0.1', answer: chain(listeners) });
  return { url: `http://127.0.0.1:${port}`, close };
}
