import { Homeward, ServerError, type Service } from '@homeward/sdk';
import { expect, test } from 'vitest';
import { openLoopback, problem, type Step } from '../testing/loopback-server.ts';
import { serviceAnswer } from '../testing/sample.ts';

/** Five services in pages of two. */
const pages: Step = (response, { url }) => {
  const from = Number(new URL(url, 'http://x').searchParams.get('cursor') ?? 0);
  const data = ['a', 'b', 'c', 'd', 'e'].slice(from, from + 2).map(serviceAnswer);
  response.setHeader('x-request-id', `page-${from}`);
  response.end(JSON.stringify({ data, nextCursor: from + 2 < 5 ? String(from + 2) : null }));
};

const ids = (services: Service[]) => services.map(({ externalId }) => externalId);

async function openDirectory(...steps: Step[]) {
  const server = await openLoopback(...steps);
  return {
    ...server,
    services: new Homeward({ apiKey: 'k', baseUrl: server.baseUrl, maxRetries: 0 }).services,
  };
}

test('awaiting a list gives one page and its cursor', async () => {
  await using directory = await openDirectory(pages);

  const page = await directory.services.list({
    limit: 2,
    status: 'published',
    modifiedAfter: new Date('2026-11-24T09:00:00Z'),
  });

  expect(ids(page.data)).toEqual(['a', 'b']);
  expect(page.nextCursor).toBe('2');
  expect(directory.seen.map(({ url }) => url)).toEqual([
    '/v1/services?limit=2&status=published&modified_after=2026-11-24T09%3A00%3A00.000Z',
  ]);
});

test('for await walks every page once, and keeps the filters', async () => {
  await using directory = await openDirectory(pages);

  const seen: Service[] = [];
  for await (const service of directory.services.list({ status: 'published' })) seen.push(service);

  expect(ids(seen)).toEqual(['a', 'b', 'c', 'd', 'e']);
  expect(directory.seen).toHaveLength(3);
  expect(directory.seen[2]?.url).toBe('/v1/services?status=published&cursor=4');
});

test('toArray asks for no more pages than its limit needs', async () => {
  await using directory = await openDirectory(pages);

  expect(ids(await directory.services.list().toArray({ limit: 3 }))).toEqual(['a', 'b', 'c']);

  expect(directory.seen).toHaveLength(2);
});

test('a page has its request id by withResponse', async () => {
  await using directory = await openDirectory(pages);

  expect((await directory.services.list().withResponse()).requestId).toBe('page-0');
});

test('a failure on a later page is thrown where the loop stands', async () => {
  await using directory = await openDirectory(pages, problem(500, 'internal'));

  const seen: Service[] = [];
  const walk = async () => {
    for await (const service of directory.services.list()) seen.push(service);
  };

  await expect(walk()).rejects.toThrow(ServerError);
  expect(ids(seen)).toEqual(['a', 'b']);
});

test('a server that repeats a page does not make an endless loop', async () => {
  await using directory = await openDirectory((response) =>
    response.end(JSON.stringify({ data: [serviceAnswer('a')], nextCursor: 'same' })),
  );

  await expect(directory.services.list().toArray({ limit: 1000 })).rejects.toThrow(/same page/);
});
