import { canary, createWorld, type World } from '@homeward/core/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApi, type LogEntry, type RefusalEntry } from '../index.ts';

let world: World;
let api: ReturnType<typeof createApi>;
const logged: LogEntry[] = [];
const refused: RefusalEntry[] = [];

beforeAll(async () => {
  world = await createWorld();
  api = createApi({
    ...world.visitor,
    logError: (entry) => logged.push(entry),
    logRefusal: (entry) => refused.push(entry),
  });
});
afterAll(() => world[Symbol.asyncDispose]());

const json = { 'content-type': 'application/json' };
const call = (path: string, input?: unknown, headers: Record<string, string> = {}) =>
  api.request(`/rpc/${path}`, {
    method: 'POST',
    headers: { ...json, ...headers },
    ...(input === undefined ? {} : { body: JSON.stringify(input) }),
  });

async function newPerson() {
  const response = await call('account.create', { passphrase: canary('passphrase') });
  expect(response.status).toBe(200);
  return response.headers.get('set-cookie')?.split(';')[0] ?? '';
}

describe('a session', () => {
  it('is told in a header only, never in a body', async () => {
    const response = await call('account.create', { passphrase: canary('passphrase') });
    const token = response.headers.get('set-cookie')?.match(/^__Host-s=(\w+);/)?.[1] ?? '';
    expect(token).toHaveLength(40);
    expect(await response.text()).not.toContain(token);
    expect(response.headers.get('cache-control')).toBe('no-store');
  });

  it('makes a person of a visitor, and sign-out a visitor of a person', async () => {
    const cookie = await newPerson();
    const me = await (await call('account.me', undefined, { cookie })).json();
    expect(me).toMatchObject({ result: { data: { kind: 'person', kept: false } } });
    const out = await call('session.signOut', undefined, { cookie });
    expect(out.headers.get('set-cookie')).toMatch(/^__Host-s=;.*Max-Age=0/);
    expect(await (await call('account.me', undefined, { cookie })).json()).toMatchObject({
      result: { data: { kind: 'visitor' } },
    });
  });
});

describe('an error', () => {
  it('has a code of the closed list, a status, a request id and the faults, and nothing else', async () => {
    const response = await call('account.create', { passphrase: canary('passphrase'), role: 'admin' });
    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({
      error: {
        code: -32600,
        message: 'invalid-input',
        data: {
          code: 'invalid-input',
          httpStatus: 400,
          requestId: response.headers.get('x-request-id'),
          issues: [{ pointer: '/role', code: 'unknown-member', message: 'is not known here' }],
        },
      },
    });
  });

  it('of ours stays inside: the caller learns a request id, the log learns why', async () => {
    const broken = createApi({
      ...world.visitor,
      random: {
        ...world.visitor.random,
        integer: () => {
          throw new Error('canary-7f3a in a private message');
        },
      },
      logError: (entry) => logged.push(entry),
      logRefusal: () => undefined,
    });
    const response = await broken.request('/rpc/account.create', {
      method: 'POST',
      headers: json,
      body: JSON.stringify({ passphrase: canary('passphrase') }),
    });
    expect(response.status).toBe(500);
    const text = await response.text();
    expect(text).not.toMatch(/canary|stack|\.ts/);
    expect(JSON.parse(text)).toMatchObject({
      error: { message: 'internal', data: { code: 'internal', issues: [] } },
    });
    expect(logged.at(-1)).toMatchObject({
      requestId: response.headers.get('x-request-id'),
      route: 'rpc account.create',
    });
    expect(String(logged.at(-1)?.error)).toContain('canary-7f3a');
  });

  it('says that the database does not answer, also when it can’t even say who asks', async () => {
    const down = createApi({
      ...world.visitor,
      db: world.unreachable,
      logError: () => undefined,
      logRefusal: () => undefined,
    });
    const body = JSON.stringify({ accessNumber: '1', passphrase: canary('passphrase') });
    for (const headers of [json, { ...json, cookie: `__Host-s=${'a'.repeat(40)}` }]) {
      const response = await down.request('/rpc/session.signIn', { method: 'POST', headers, body });
      expect(response.status).toBe(503);
      expect(await response.json()).toMatchObject({ error: { message: 'unavailable' } });
    }
  });

  it('needs an account where one is needed', async () => {
    const response = await call('account.confirmKept');
    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({ error: { message: 'not-signed-in' } });
  });

  it('is told to the log when it is telling, by its code and its request, and without a word of what was sent', async () => {
    const accessNumber = '4821 903 771 560';
    const response = await call('session.signIn', { accessNumber, passphrase: canary('passphrase') });
    expect(refused.at(-1)).toEqual({
      requestId: response.headers.get('x-request-id'),
      route: 'rpc session.signIn',
      code: 'wrong-sign-in',
    });
    const before = refused.length;
    await call('account.create', { nonsense: true });
    expect(refused).toHaveLength(before);
  });

  it('is never a stack, whatever is sent', async () => {
    const cases: [string, RequestInit][] = [
      ['/rpc/nothing.here', { method: 'POST', headers: json, body: '{}' }],
      ['/rpc/account.create', { method: 'POST', headers: json, body: '{"passphrase":' }],
      ['/rpc/account.create', { method: 'POST', headers: json, body: 'null' }],
      ['/rpc/account.create', { method: 'POST', headers: json, body: '[1,2]' }],
      ['/rpc/%E0%A4%A', { method: 'POST', headers: json, body: '{}' }],
      ['/rpc/account.create?batch=1', { method: 'POST', headers: json, body: '{"0":{"json":1}}' }],
    ];
    for (const [path, init] of cases) {
      const response = await api.request(path, init);
      expect(response.status, path).toBeGreaterThanOrEqual(400);
      expect(response.status, path).toBeLessThan(500);
      expect(await response.text()).not.toMatch(/stack|node_modules|\.ts:|zod/i);
    }
  });
});

describe('what comes from elsewhere', () => {
  it.each([
    ['a form of another site', { 'content-type': 'application/x-www-form-urlencoded' }, 415],
    ['a multipart form', { 'content-type': 'multipart/form-data; boundary=x' }, 415],
    ['text', { 'content-type': 'text/plain' }, 415],
    ['JSON from another site', { ...json, 'sec-fetch-site': 'cross-site' }, 403],
    ['JSON from a sibling host', { ...json, 'sec-fetch-site': 'same-site' }, 403],
    ['JSON with a foreign Origin', { ...json, origin: 'https://evil.example' }, 403],
    ['JSON with a null Origin', { ...json, origin: 'null' }, 403],
  ])('is refused: %s', async (_name, headers, status) => {
    const cookie = await newPerson();
    const response = await api.request('/rpc/session.signOut', {
      method: 'POST',
      headers: { ...headers, cookie },
    });
    expect(response.status).toBe(status);
    expect(await (await call('account.me', undefined, { cookie })).json()).toMatchObject({
      result: { data: { kind: 'person' } },
    });
  });

  it('is refused as GET, so that no link changes anything', async () => {
    const response = await api.request('/rpc/session.signOut', { headers: json });
    expect(response.status).toBe(405);
  });

  it('is refused when it is large', async () => {
    const response = await call('account.create', { passphrase: 'x'.repeat(70_000) });
    expect(response.status).toBe(413);
  });

  it('can try few things in one request', async () => {
    const attempt = (n: number) => ({ accessNumber: '0000000000000', passphrase: `guess number ${n}` });
    const batch = (path: string, size: number) =>
      call(
        `${Array(size).fill(path).join(',')}?batch=1`,
        Object.fromEntries(Array.from({ length: size }, (_, n) => [n, attempt(n)])),
      );
    expect((await batch('account.newAccessNumber', 5)).status).toBe(401);
    for (const [path, size] of [
      ['account.newAccessNumber', 6],
      ['session.signIn', 1],
      ['session.signIn', 2],
    ] as const) {
      const answer = await batch(path, size);
      expect(answer.status).toBe(400);
      expect(await answer.text()).toContain('invalid-input');
    }
  });
});
