import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

interface SeenRequest {
  method: string;
  url: string;
  headers: IncomingHttpHeaders;
  body: string;
}

/** What the server does with one request: the first step with the first, and so on; the last step repeats. */
export type Step = (response: ServerResponse, request: SeenRequest) => void;

/** A real server on loopback that does what a test tells it, and remembers what it was asked. */
export async function openLoopback(...steps: Step[]) {
  const seen: SeenRequest[] = [];
  const server = createServer((incoming, response) => {
    let body = '';
    incoming.setEncoding('utf8');
    incoming.on('data', (chunk: string) => {
      body += chunk;
    });
    incoming.on('end', () => {
      const { method = '', url = '', headers } = incoming;
      const request = { method, url, headers, body };
      seen.push(request);
      const step = steps[Math.min(seen.length, steps.length) - 1];
      if (step === undefined) throw new Error('the test gave no step');
      step(response, request);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    baseUrl: `http://127.0.0.1:${port}`,
    seen,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

export function answer(status: number, body: unknown, headers: Record<string, string> = {}): Step {
  return (response) => {
    response.writeHead(status, { 'content-type': 'application/json', 'x-request-id': 'req-1', ...headers });
    response.end(JSON.stringify(body));
  };
}

export function problem(
  status: number,
  code: string,
  extra: object = {},
  headers: Record<string, string> = {},
): Step {
  const body = {
    type: `/docs/errors/${code}`,
    title: code,
    status,
    detail: `It is ${code}.`,
    code,
  };
  return answer(
    status,
    { ...body, requestId: 'req-1', ...extra },
    { 'content-type': 'application/problem+json', ...headers },
  );
}

/** Cuts the connection without an answer. */
export const reset: Step = (response) => {
  response.socket?.resetAndDestroy();
};

/** Sends the head and half a body, and then nothing more. */
export const stall: Step = (response) => {
  response.writeHead(200, { 'content-type': 'application/json' });
  response.write('{"half":');
};

/** Sends the head and half a body, and cuts. */
export const cutInBody: Step = (response) => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
  response.write('{"half":', () => response.socket?.resetAndDestroy());
};
