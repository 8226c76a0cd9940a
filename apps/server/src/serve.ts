import { type LogEntry as ApiLogEntry, createApi, type RefusalEntry } from '@homeward/api';
import type { Site } from '@homeward/core/kernel';
import { CannotStart } from '@homeward/db/embedded';
import type { Roles } from './command.ts';
import type { Settings } from './environment.ts';
import { fillDemoIfWanted, refuseDemoInProduction } from './fill-demo.ts';
import { callerBehind } from './http/caller.ts';
import { listen } from './http/listen.ts';
import { chain, type Listener } from './http/listener.ts';
import { type Fetch, serveApi } from './http/serve-api.ts';
import { servePortal } from './http/serve-portal.ts';
import type { Log } from './log.ts';
import { openContext, siteOf } from './open-context.ts';
import { startWorker } from './start-worker.ts';

export interface ServeOptions {
  settings: Settings;
  roles: Roles;
  log: Log;
  /** Gets a line per step, for the operator. */
  say: (line: string) => void;
  /** Closes everything that was opened, in reverse. */
  closing: AsyncDisposableStack;
}

/** Starts what this process is for. Answers a promise that settles only if something it stands on breaks. */
export async function serve({
  settings,
  roles,
  log,
  say,
  closing,
}: ServeOptions): Promise<{ broken: Promise<string> }> {
  refuseDemoInProduction(settings);
  const listeners: Listener[] = [];
  const callerOf = callerBehind(settings.trustedProxies);
  const broken = Promise.withResolvers<string>();
  let fetchApi: Fetch | undefined;
  let site: Site = siteOf(settings.publicUrl, settings.port);
  if (roles.api || roles.worker) {
    const context = await openContext({ settings, closing, say, log });
    site = context.ports.site;
    context.databaseEnded.then(() => broken.resolve('The embedded PostgreSQL ended.'));
    await fillDemoIfWanted(settings, context, say);
    if (roles.worker) await startWorker(context, { ...settings, closing, log });
    if (roles.api) {
      const logError = ({ requestId, route, error }: ApiLogEntry) =>
        log({ level: 'error', event: 'request', requestId, route, error });
      const logRefusal = ({ requestId, route, code }: RefusalEntry) =>
        log({ level: 'warn', event: 'refused', requestId, route, code });
      const api = createApi({ ...context, logError, logRefusal });
      fetchApi = (request, caller) => api.fetch(request, { caller });
      listeners.push(serveApi(fetchApi, callerOf, log));
    }
  }
  if (roles.portal) {
    const api = fetchApi ?? remoteApi(settings);
    listeners.push(...(await servePortal({ api, callerOf, log, site })));
  }
  if (listeners.length > 0) {
    const { port, close } = await listen({ ...settings, answer: chain(listeners) });
    closing.defer(close);
    // Port 0 is any free one, known only now: nobody has asked for anything yet.
    Object.assign(site, siteOf(settings.publicUrl, port));
    say(`Homeward is ready on http://localhost:${port}`);
  } else {
    say('Homeward is working');
  }
  return { broken: broken.promise };
}

/** The same API over the network. */
function remoteApi({ apiUrl }: Settings): Fetch {
  if (apiUrl === undefined)
    throw new CannotStart('"serve portal" needs API_URL: the address where "serve api" runs.');
  return (request, caller) => {
    const { pathname, search } = new URL(request.url);
    const sent = new Request(new URL(pathname + search, apiUrl), request);
    // The API believes it only of the TRUSTED_PROXIES, of which this portal must be one.
    if (caller !== undefined) sent.headers.set('x-forwarded-for', caller);
    return fetch(sent);
  };
}
