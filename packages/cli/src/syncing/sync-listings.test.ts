import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ConnectionError, Homeward, PermissionError } from '@homeward/sdk';
import { expect, test } from 'vitest';
import type { Draft } from '../listing/draft.ts';
import { type SyncReport, syncListings } from './sync-listings.ts';

/** A portal with nothing on it, whose writes do what the test says. */
async function openPortal(onWrite: (id: string, nth: number, response: ServerResponse) => void) {
  const written: string[] = [];
  const server = createServer((request, response) => {
    request.resume().on('end', () => {
      if (request.method === 'GET') return response.end(JSON.stringify({ data: [], nextCursor: null }));
      const id = request.url?.split('/').at(-1) ?? '';
      written.push(id);
      onWrite(id, written.length, response);
      return response;
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    written,
    homeward: new Homeward({ apiKey: 'k', baseUrl, maxRetries: 0 }),
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

const drafts = (count: number): Draft[] =>
  Array.from({ length: count }, (_, index) => ({
    kind: 'service',
    externalId: `s${index}`,
    body: { title: { en: 'A' }, description: { en: 'B' }, country: 'TH', location: { visibility: 'area' } },
    place: { file: 'a.json' },
    sourceOf: () => undefined,
  }));

const created = (response: ServerResponse) => response.writeHead(201).end('{}');
const refuse = (response: ServerResponse, status: number, headers = {}) =>
  response.writeHead(status, headers).end('{}');
const run = (homeward: Homeward, count: number, concurrency = 1) =>
  syncListings(homeward, drafts(count), [], {
    concurrency,
    dryRun: false,
    signal: new AbortController().signal,
    onResult: () => {},
  });
const tally = ({ results }: SyncReport) =>
  Object.fromEntries(
    Map.groupBy(results, ({ outcome }) => outcome)
      .entries()
      .map(([outcome, all]) => [outcome, all.length]),
  );

test('a portal that asks for a pause gets it from all workers, and then everything', async () => {
  await using portal = await openPortal((_, nth, response) =>
    nth === 3 ? refuse(response, 429, { 'retry-after': '1' }) : created(response),
  );
  const startedAt = performance.now();

  const report = await run(portal.homeward, 6, 2);

  expect(tally(report)).toEqual({ created: 6 });
  expect(report.stoppedBy).toBeUndefined();
  expect(performance.now() - startedAt).toBeGreaterThanOrEqual(990);
  expect(portal.written).toHaveLength(7);
});

test('one record at which the portal fails does not stop the others', async () => {
  await using portal = await openPortal((id, _, response) =>
    id === 's1' ? refuse(response, 500) : created(response),
  );

  const report = await run(portal.homeward, 4);

  expect(tally(report)).toEqual({ created: 3, 'not-sent': 1 });
  expect(report.stoppedBy).toBeUndefined();
});

test('a portal that is gone is not asked for every record', async () => {
  await using portal = await openPortal((_, nth, response) =>
    nth > 2 ? response.socket?.resetAndDestroy() : created(response),
  );

  const report = await run(portal.homeward, 50);

  expect(tally(report)).toEqual({ created: 2, 'not-sent': 48 });
  expect(report.stoppedBy).toBeInstanceOf(ConnectionError);
  expect(portal.written).toHaveLength(5);
});

test('a key without the scope stops at the first record', async () => {
  await using portal = await openPortal((_, _nth, response) => refuse(response, 403));

  const report = await run(portal.homeward, 20);

  expect(report.stoppedBy).toBeInstanceOf(PermissionError);
  expect(portal.written).toHaveLength(1);
});
