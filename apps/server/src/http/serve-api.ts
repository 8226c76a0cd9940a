import type { IncomingMessage, ServerResponse } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import type { Log } from '../log.ts';
import { isApiUrl } from './api-paths.ts';
import type { CallerOf } from './caller.ts';
import { type Listener, refuse } from './listener.ts';

/** A web-standard server, as Hono apps are; `caller` is the address that asks, where it is known. */
export type Fetch = (request: Request, caller: string | undefined) => Response | Promise<Response>;

/** Hands the API's paths to the API. */
export function serveApi(fetch: Fetch, callerOf: CallerOf, log: Log): Listener {
  const answer = (request: Request, { incoming }: { incoming: object }) =>
    fetch(asPlatformRequest(request), callerOf(incoming as IncomingMessage)); // HTTP/1: `listen` opens nothing else
  const listen = getRequestListener(answer, {
    // The portal runs in this process too, and expects the platform's own Request and Response.
    overrideGlobalObjects: false,
    errorHandler: (error) => {
      log({ level: 'error', event: 'api', error });
      return new Response(null, { status: 500 });
    },
  });
  return (request: IncomingMessage, response: ServerResponse, next) => {
    if (!isApiUrl(request.url ?? '')) return next();
    listen(request, response).catch((error: unknown) => {
      log({ level: 'error', event: 'api', error });
      refuse(response, 500, 'Something went wrong here.');
    });
  };
}

/**
 * The listener's requests only look like the platform's. What reads a body of unknown length (Hono's limit does)
 * builds a request from one, and needs a real one for that.
 */
function asPlatformRequest(request: Request): Request {
  if (!request.headers.has('transfer-encoding')) return request;
  const { url, method, headers, body } = request;
  return new Request(url, { method, headers, body, duplex: 'half' });
}
