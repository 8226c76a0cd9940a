import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { CannotStart } from '@homeward/db/embedded';

export interface ListenOptions {
  port: number;
  host: string | undefined;
  answer: (request: IncomingMessage, response: ServerResponse) => void;
}

export interface Listening {
  port: number;
  /** Takes no new request, lets the running ones finish for a while, then cuts them. */
  close(): Promise<void>;
}

const second = 1000;

/** Opens the one port. */
export async function listen({ port, host, answer }: ListenOptions): Promise<Listening> {
  const server = createServer(
    { maxHeaderSize: 16 * 1024, requestTimeout: 60 * second, headersTimeout: 20 * second },
    answer,
  );
  server.maxHeadersCount = 100;
  // Longer than a load balancer keeps its own end open, so that it is never we who close under a request.
  server.keepAliveTimeout = 65 * second;
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(explain(error, port)));
    server.listen({ port, ...(host !== undefined && { host }) }, resolve);
  });
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : port,
    close: () => close(server),
  };
}

async function close(server: Server): Promise<void> {
  const cut = setTimeout(() => server.closeAllConnections(), 10 * second);
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
  });
  clearTimeout(cut);
}

function explain(error: Error, port: number): Error {
  const code = 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE')
    return new CannotStart(`Port ${port} is in use: stop what uses it, or set PORT to another.`);
  if (code === 'EACCES')
    return new CannotStart(`Port ${port} may not be opened by this user: set PORT to one above 1023.`);
  return error;
}
