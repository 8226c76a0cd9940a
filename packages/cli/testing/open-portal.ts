import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createApi } from '@homeward/api';
import { addPartner, createWorld } from '@homeward/core/testing';
import { Homeward } from '@homeward/sdk';

/** The real API over a database of its own, listening on loopback, with a partner and a count of what was asked. */
export async function openPortal() {
  const world = await createWorld({ maxConnections: 16 });
  const api = createApi({
    ...world.visitor,
    logError: ({ error }) => console.error(error),
    logRefusal: () => undefined,
  });
  const asked: string[] = [];
  const server = createServer(async (incoming, outgoing) => {
    asked.push(`${incoming.method} ${incoming.url}`);
    const chunks: Uint8Array[] = [];
    for await (const chunk of incoming) chunks.push(chunk);
    const body = Buffer.concat(chunks);
    const headers = Object.entries(incoming.headers).map(([name, value]): [string, string] => [
      name,
      String(value),
    ]);
    const response = await api.fetch(
      new Request(`http://${incoming.headers.host}${incoming.url}`, {
        method: incoming.method ?? 'GET',
        headers,
        ...(body.length > 0 ? { body } : {}),
      }),
    );
    outgoing.writeHead(response.status, Object.fromEntries(response.headers));
    outgoing.end(Buffer.from(await response.arrayBuffer()));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const partner = await addPartner(world, { name: 'Example Open Door' });
  return {
    world,
    baseUrl,
    partner,
    homeward: new Homeward({ baseUrl, apiKey: partner.key }),
    /** The writes since the last call. */
    writes: () => asked.splice(0).filter((line) => !line.startsWith('GET')),
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
      await world[Symbol.asyncDispose]();
    },
  };
}
export type Portal = Awaited<ReturnType<typeof openPortal>>;
