import { existsSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Site } from '@homeward/core/kernel';
import { CannotStart } from '@homeward/db/embedded';
import compression from 'compression';
import type { Log } from '../log.ts';
import type { CallerOf } from './caller.ts';
import { type Listener, refuse } from './listener.ts';
import type { Fetch } from './serve-api.ts';
import { serveFiles } from './serve-files.ts';

/** What the portal is given with each request (`Astro.locals`). */
interface PortalLocals {
  /** The way to the API: in this process, or over the network when `API_URL` is set. */
  api: (request: Request) => Promise<Response>;
  /** Where the portal is by the operator's word, for what is printed: a request can name any host. */
  origin: string;
}

type PortalHandler = (
  request: IncomingMessage,
  response: ServerResponse,
  next: undefined,
  locals: PortalLocals,
) => Promise<void>;

interface PortalOptions {
  api: Fetch;
  callerOf: CallerOf;
  log: Log;
  /** Read with each request: its port may become known only when the server listens. */
  site: Site;
}

/** Serves the portal's build: its files first, then its pages, compressed. */
export async function servePortal({ api, callerOf, log, site }: PortalOptions): Promise<Listener[]> {
  const dist = path.join(
    path.dirname(createRequire(import.meta.url).resolve('@homeward/portal/package.json')),
    'dist',
  );
  const entry = path.join(dist, 'server/entry.mjs');
  if (!existsSync(entry)) throw new CannotStart('The portal is not built: "npm start" builds it.');
  const { handler } = await importHandler(entry);
  const pages: Listener = (request, response) => {
    // The portal keeps what it knows of a request in its locals: each request gets its own. The address goes past it.
    const caller = callerOf(request);
    const locals: PortalLocals = { api: async (asked) => api(asked, caller), origin: site.origin };
    handler(request, response, undefined, locals).catch((error: unknown) => {
      log({ level: 'error', event: 'portal', error });
      refuse(response, 500, 'Something went wrong here.');
    });
  };
  return [compress(), serveFiles(path.join(dist, 'client')), pages];
}

function compress(): Listener {
  const listener = compression({ threshold: 512 });
  // `compression` is written for Express, and uses of it what Node's own request and response have.
  return (request, response, next) => Reflect.apply(listener, undefined, [request, response, next]);
}

async function importHandler(entry: string): Promise<{ handler: PortalHandler }> {
  const build: unknown = await import(pathToFileURL(entry).href);
  if (isPortalBuild(build)) return build;
  throw new CannotStart(
    `${entry} is no build of the portal for this server: delete apps/portal/dist and start again.`,
  );
}

function isPortalBuild(build: unknown): build is { handler: PortalHandler } {
  return (
    typeof build === 'object' && build !== null && 'handler' in build && typeof build.handler === 'function'
  );
}
