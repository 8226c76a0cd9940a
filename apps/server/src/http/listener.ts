import type { IncomingMessage, ServerResponse } from 'node:http';

/** Answers a request, or calls `next` when it is not for this listener. */
export type Listener = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

/** Two years, for every name under this one. A browser heeds it over https only, so it does no harm on a laptop. */
const HTTPS_ONLY = 'max-age=63072000; includeSubDomains';

/** The first listener that answers, answers. The last may not pass on. */
export function chain(
  listeners: readonly Listener[],
): (request: IncomingMessage, response: ServerResponse) => void {
  return (request, response) => {
    response.setHeader('strict-transport-security', HTTPS_ONLY);
    const pass = (index: number) => {
      const listener = listeners[index];
      if (listener) listener(request, response, () => pass(index + 1));
      else refuse(response, 404, 'There is nothing here.');
    };
    pass(0);
  };
}

/** Ends a request that no page can answer, in a plain line. */
export function refuse(response: ServerResponse, status: number, line: string): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  response.writeHead(status, {
    'cache-control': 'no-store',
    'content-type': 'text/plain; charset=utf-8',
    'x-content-type-options': 'nosniff',
    connection: 'close',
  });
  response.end(`${line}\n`);
}
