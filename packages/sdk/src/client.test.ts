import { inspect } from 'node:util';
import { Homeward, HomewardError } from '@homeward/sdk';
import { afterEach, expect, test, vi } from 'vitest';
import { answer, openLoopback } from '../testing/loopback-server.ts';
import { serviceAnswer, serviceBody } from '../testing/sample.ts';

const apiKey = 'hw_live_secretsecret';

afterEach(() => {
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
});

test('an upsert is a PUT with the key, the body and an encoded id', async () => {
  await using server = await openLoopback(answer(201, serviceAnswer('a/b c?')));
  const homeward = new Homeward({ apiKey, baseUrl: server.baseUrl });

  const service = await homeward.services.upsert('a/b c?', serviceBody);

  expect(service.externalId).toBe('a/b c?');
  expect(server.seen).toHaveLength(1);
  expect(server.seen[0]).toMatchObject({ method: 'PUT', url: '/v1/services/a%2Fb%20c%3F' });
  expect(server.seen[0]?.headers.authorization).toBe(`Bearer ${apiKey}`);
  expect(JSON.parse(server.seen[0]?.body ?? '')).toEqual(serviceBody);
});

test('each kind of listing has its own path, and each verb its own method', async () => {
  await using server = await openLoopback(answer(200, {}));
  const homeward = new Homeward({ apiKey, baseUrl: server.baseUrl });

  await homeward.courses.get('7');
  await homeward.jobs.withdraw('7');
  await homeward.organisation.get();

  expect(server.seen.map(({ method, url }) => `${method} ${url}`)).toEqual([
    'GET /v1/courses/7',
    'POST /v1/jobs/7/withdraw',
    'GET /v1/organisation',
  ]);
  expect(server.seen[1]?.headers['idempotency-key']).toMatch(/^[0-9a-f-]{36}$/);
  expect(server.seen[0]?.headers['idempotency-key']).toBeUndefined();
});

test('an id that would be another path is refused before anything is sent', async () => {
  await using server = await openLoopback(answer(200, {}));
  const homeward = new Homeward({ apiKey, baseUrl: server.baseUrl });

  for (const id of ['', '.', '..', '\ud800'])
    await expect(homeward.services.get(id)).rejects.toThrow(HomewardError);

  expect(server.seen).toHaveLength(0);
});

test('a client without a key can be made, and says what is missing at its first request', async () => {
  vi.stubEnv('HOMEWARD_API_KEY', undefined);
  const homeward = new Homeward({ baseUrl: 'http://127.0.0.1:1' });

  await expect(homeward.organisation.get()).rejects.toThrow(/set HOMEWARD_API_KEY/);
});

test('key and address come from the environment when they are not passed', async () => {
  await using server = await openLoopback(answer(200, {}));
  vi.stubEnv('HOMEWARD_API_KEY', ` ${apiKey}\n`);
  vi.stubEnv('HOMEWARD_BASE_URL', `${server.baseUrl}/v1/`);

  await new Homeward().organisation.get();

  expect(server.seen[0]?.url).toBe('/v1/organisation');
  expect(server.seen[0]?.headers.authorization).toBe(`Bearer ${apiKey}`);
});

test.each([
  'http://portal.example.org',
  'ftp://portal.example.org',
  'portal',
  'https://u@portal.example.org',
])('the key is never sent to %s', async (baseUrl) => {
  const fetch = vi.fn<typeof globalThis.fetch>();

  await expect(new Homeward({ apiKey, baseUrl, fetch }).organisation.get()).rejects.toThrow(/baseUrl/);

  expect(fetch).not.toHaveBeenCalled();
});

test('a malformed key is refused without being quoted', async () => {
  const secret = 'hw_live_one\nhw_live_two';
  const failure = await new Homeward({ apiKey: secret, baseUrl: 'http://127.0.0.1:1' }).organisation
    .get()
    .catch(inspect);

  expect(failure).toContain('copy it again');
  expect(failure).not.toContain('hw_live_one');
});

test('a browser is refused unless it is asked for', () => {
  vi.stubGlobal('window', { document: {} });

  expect(() => new Homeward({ apiKey })).toThrow(/browser/);
  expect(new Homeward({ apiKey, dangerouslyAllowBrowser: true })).toBeInstanceOf(Homeward);
});

test('printing the client does not print the key', () => {
  const homeward = new Homeward({ apiKey });

  expect(inspect(homeward, { depth: 10, showHidden: true })).not.toContain(apiKey);
  expect(JSON.stringify(homeward)).not.toContain(apiKey);
});

test('withResponse gives status, headers and request id, and sends nothing twice', async () => {
  await using server = await openLoopback(answer(201, serviceAnswer('1'), { 'idempotent-replayed': 'true' }));
  const call = new Homeward({ apiKey, baseUrl: server.baseUrl }).services.upsert('1', serviceBody);

  const { data, status, requestId, headers, replayed } = await call.withResponse();

  expect({ id: data.externalId, status, requestId, replayed }).toEqual({
    id: '1',
    status: 201,
    requestId: 'req-1',
    replayed: true,
  });
  expect(headers.get('content-type')).toBe('application/json');
  expect(await call).toBe(data);
  expect(server.seen).toHaveLength(1);
});

test('logs and hooks carry method, path template, status, request id and duration, and never a body, an id or the key', async () => {
  await using server = await openLoopback(
    answer(503, {}, { 'retry-after': '0' }),
    answer(200, serviceAnswer('secret-id')),
  );
  const lines: unknown[] = [];
  const log = (...line: unknown[]) => lines.push(line);
  const homeward = new Homeward({
    apiKey,
    baseUrl: server.baseUrl,
    logger: { debug: log, warn: log },
    onRequest: log,
    onResponse: log,
    onRetry: log,
  });

  await homeward.services.upsert('secret-id', serviceBody);

  const written = JSON.stringify(lines);
  expect(written).toContain('/v1/services/{externalId}');
  expect(written).toContain('req-1');
  expect(written).toContain('"status":503');
  expect(written).toContain('durationMs');
  for (const secret of [apiKey, 'secret-id', 'Legal advice', 'contact-first'])
    expect(written).not.toContain(secret);
});

test('a hook or a logger that throws does not fail the request', async () => {
  await using server = await openLoopback(answer(200, {}));
  const fail = () => {
    throw new Error('hook');
  };
  const homeward = new Homeward({
    apiKey,
    baseUrl: server.baseUrl,
    onRequest: fail,
    onResponse: fail,
    logger: { debug: fail, warn: fail },
  });

  await expect(homeward.organisation.get()).resolves.toEqual({});
});

test('a deprecation is said once per request kind, and to the hook each time', async () => {
  await using server = await openLoopback(
    answer(200, {}, { deprecation: '@1767225600', sunset: 'Thu, 31 Dec 2026 23:59:59 GMT' }),
  );
  const warned: string[] = [];
  const told: (string | undefined)[] = [];
  const homeward = new Homeward({
    apiKey,
    baseUrl: server.baseUrl,
    logger: { debug() {}, warn: (line) => warned.push(line) },
    onResponse: ({ sunset }) => told.push(sunset),
  });

  await homeward.organisation.get();
  await homeward.organisation.get();

  expect(warned).toEqual(['homeward: GET /v1/organisation will go away on Thu, 31 Dec 2026 23:59:59 GMT']);
  expect(told).toHaveLength(2);
  expect(told[0]).toContain('2026');
});
