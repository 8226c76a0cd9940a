import type { IncomingMessage, ServerResponse } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import type { Log } from '../log.ts';
import { isApiUrl } from './api-paths.ts';
import { type Listener, refuse } from './listener.ts';

/** A web-standard server, as Hono apps are. */
export type Fetch = (request: Request) => Response | Promise<Response>;

/** Hands the API's paths to the API. */
export function serveApi(fetch: Fetch, log: Log): Listener {
  const listen = getRequestListener((request) => fetch(asPlatformRequest(request)), {
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
