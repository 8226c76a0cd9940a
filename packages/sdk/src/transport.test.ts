import {
  AbortedError,
  AuthenticationError,
  BadRequestError,
  ConflictError,
  ConnectionError,
  Homeward,
  type HomewardOptions,
  NotFoundError,
  PermissionError,
  RateLimitError,
  ServerError,
  TimeoutError,
  TooLargeError,
  UnprocessableError,
} from '@homeward/sdk';
import { expect, test } from 'vitest';
import {
  answer,
  cutInBody,
  openLoopback,
  problem,
  reset,
  type Step,
  stall,
} from '../testing/loopback-server.ts';
import { serviceAnswer, serviceBody } from '../testing/sample.ts';

const ok = answer(200, serviceAnswer('1'));

async function openPair(steps: Step[], options: HomewardOptions = {}) {
  const server = await openLoopback(...steps);
  const retries: { delayMs: number; reason: string }[] = [];
  const onRetry = (retry: { delayMs: number; reason: string }) => retries.push(retry);
  const homeward = new Homeward({ apiKey: 'hw_live_k', baseUrl: server.baseUrl, onRetry, ...options });
  return { ...server, homeward, retries };
}

test.each<[string, Step, string]>([
  ['a connection that is reset', reset, 'ConnectionError'],
  ['an answer that is cut in its body', cutInBody, 'ConnectionError'],
  ['408', problem(408, 'timeout'), '408'],
  ['429', problem(429, 'too-many-requests'), '429'],
  ['500', problem(500, 'internal'), '500'],
  [
    'a 503 from a proxy in between, in HTML',
    (response) => response.writeHead(503).end('<h1>busy</h1>'),
    '503',
  ],
  [
    '409 with a hint when to come back',
    problem(409, 'request-in-progress', {}, { 'retry-after': '0' }),
    '409',
  ],
])('%s is tried again, with the same idempotency key and the same body', async (_, fault, reason) => {
  await using pair = await openPair([fault, ok]);

  const service = await pair.homeward.services.upsert('1', serviceBody);

  expect(service.externalId).toBe('1');
  expect(pair.retries).toMatchObject([{ reason }]);
  expect(pair.seen).toHaveLength(2);
  expect(pair.seen[0]?.headers['idempotency-key']).toMatch(/^[0-9a-f-]{36}$/);
  expect(pair.seen[1]?.headers['idempotency-key']).toBe(pair.seen[0]?.headers['idempotency-key']);
  expect(pair.seen[1]?.body).toBe(pair.seen[0]?.body);
});

test('two writes have two idempotency keys, and the caller may bring one', async () => {
  await using pair = await openPair([ok]);

  await pair.homeward.services.upsert('1', serviceBody);
  await pair.homeward.services.upsert('1', serviceBody);
  await pair.homeward.services.upsert('1', serviceBody, { idempotencyKey: 'mine' });

  const keys = pair.seen.map(({ headers }) => headers['idempotency-key']);
  expect(new Set(keys).size).toBe(3);
  expect(keys[2]).toBe('mine');
});

test('after two retries by default, the last failure is thrown', async () => {
  await using pair = await openPair([problem(500, 'internal', {}, { 'retry-after': '0' })]);

  await expect(pair.homeward.organisation.get()).rejects.toThrow(ServerError);

  expect(pair.seen).toHaveLength(3);
});

test('maxRetries counts for one request over the client', async () => {
  await using pair = await openPair([reset], { maxRetries: 5 });

  await expect(pair.homeward.services.get('1', { maxRetries: 0 })).rejects.toThrow(ConnectionError);

  expect(pair.seen).toHaveLength(1);
});

test.each<[number, string, typeof ServerError]>([
  [400, 'invalid-input', BadRequestError],
  [401, 'not-signed-in', AuthenticationError],
  [403, 'forbidden', PermissionError],
  [404, 'not-found', NotFoundError],
  [409, 'conflict', ConflictError],
  [413, 'too-large', TooLargeError],
  [422, 'idempotency-key-reused', UnprocessableError],
])('%i is not tried again and throws its own class', async (status, code, Class) => {
  const issues = [{ pointer: '/title/en', code: 'too-long', message: 'at most 200 characters' }];
  await using pair = await openPair([problem(status, code, { issues })]);

  const failure = await pair.homeward.services.upsert('1', serviceBody).catch((error: unknown) => error);

  expect(failure).toBeInstanceOf(Class);
  expect(failure).toMatchObject({
    status,
    code,
    requestId: 'req-1',
    issues,
    docUrl: `${pair.baseUrl}/docs/errors/${code}`,
    message: `${status} ${code}: It is ${code}.`,
  });
  expect(pair.seen).toHaveLength(1);
});

test('Retry-After in seconds is waited for', async () => {
  await using pair = await openPair([problem(429, 'too-many-requests', {}, { 'retry-after': '1' }), ok]);
  const startedAt = performance.now();

  await pair.homeward.services.get('1');

  expect(pair.retries).toMatchObject([{ delayMs: 1000 }]);
  expect(performance.now() - startedAt).toBeGreaterThanOrEqual(990);
});

test('Retry-After as a date is measured against the clock of the server, not ours', async () => {
  const headers = { date: 'Wed, 01 Jan 2020 00:00:00 GMT', 'retry-after': 'Wed, 01 Jan 2020 00:00:01 GMT' };
  await using pair = await openPair([problem(503, 'unavailable', {}, headers), ok]);

  await pair.homeward.services.get('1');

  expect(pair.retries).toMatchObject([{ delayMs: 1000 }]);
});

test('a wait longer than the cap is not begun: the error says how long it would be', async () => {
  await using pair = await openPair([problem(429, 'too-many-requests', {}, { 'retry-after': '60' })]);

  const failure = await pair.homeward.services.get('1').catch((error: unknown) => error);

  expect(failure).toBeInstanceOf(RateLimitError);
  expect(failure).toMatchObject({ retryAfterMs: 60_000 });
  expect(pair.seen).toHaveLength(1);
});

test('a body that does not come is a timeout, and each attempt has a fresh one', async () => {
  await using pair = await openPair([stall, ok]);

  const service = await pair.homeward.services.get('1', { timeoutMs: 150 });

  expect(service.externalId).toBe('1');
  expect(pair.retries).toMatchObject([{ reason: 'TimeoutError' }]);
  expect(pair.seen).toHaveLength(2);
});

test('a timeout on every attempt is thrown as TimeoutError', async () => {
  await using pair = await openPair([stall]);

  const failure = pair.homeward.services.get('1', { timeoutMs: 80, maxRetries: 1 });

  await expect(failure).rejects.toThrow(TimeoutError);
  await expect(failure).rejects.toThrow(ConnectionError);
  expect(pair.seen).toHaveLength(2);
});

test('abort ends a request under way', async () => {
  const controller = new AbortController();
  await using pair = await openPair([() => controller.abort('changed my mind')]);

  const failure = await pair.homeward.services
    .get('1', { signal: controller.signal })
    .catch((error: unknown) => error);

  expect(failure).toBeInstanceOf(AbortedError);
  expect(failure).toMatchObject({ cause: 'changed my mind' });
  expect(pair.seen).toHaveLength(1);
});

test('abort ends the wait before a retry at once', async () => {
  const controller = new AbortController();
  await using pair = await openPair([problem(503, 'unavailable', {}, { 'retry-after': '8' }), ok], {
    onRetry: () => controller.abort(),
  });
  const startedAt = performance.now();

  await expect(pair.homeward.services.get('1', { signal: controller.signal })).rejects.toThrow(AbortedError);

  expect(performance.now() - startedAt).toBeLessThan(4000);
  expect(pair.seen).toHaveLength(1);
});

test('a signal that has fired already sends nothing', async () => {
  await using pair = await openPair([ok]);

  await expect(pair.homeward.services.get('1', { signal: AbortSignal.abort() })).rejects.toThrow(
    AbortedError,
  );

  expect(pair.seen).toHaveLength(0);
});

test('a redirect is not followed: the body goes only where the caller said', async () => {
  await using elsewhere = await openLoopback(ok);
  await using pair = await openPair([answer(307, {}, { location: `${elsewhere.baseUrl}/v1/services/1` })]);

  await expect(pair.homeward.services.upsert('1', serviceBody)).rejects.toThrow(/redirects to/);

  expect(elsewhere.seen).toHaveLength(0);
  expect(pair.seen).toHaveLength(1);
});

test('a page that is not the API is said to be none', async () => {
  await using pair = await openPair([(response) => response.writeHead(200).end('<html>sign in</html>')]);

  await expect(pair.homeward.organisation.get()).rejects.toThrow(/not JSON: is `baseUrl`/);
});
