import { canary, createWorld, type World } from '@homeward/core/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApi } from '../index.ts';
import type { Counter } from './limiter.ts';
import { networkOf } from './network-of.ts';
import { openThrottle } from './throttle.ts';

let world: World;
let number: string;
const passphrase = canary('passphrase');

beforeAll(async () => {
  world = await createWorld({ maxConnections: 20 });
  const { api } = open();
  const made = await ask(api, 'account.create', { passphrase });
  const cookie = made.headers.get('set-cookie')?.split(';')[0] ?? '';
  const told = await ask(api, 'account.newAccessNumber', undefined, { headers: { cookie } });
  number = world.watch(/\d{4} \d{3} \d{3} \d{3}/.exec(await told.text())?.[0] ?? '');
});
afterAll(() => world[Symbol.asyncDispose]());

type Api = ReturnType<typeof createApi>;

/** An API with counts of its own. */
function open(options: Parameters<typeof openThrottle>[0] = {}) {
  const throttle = openThrottle(options);
  const quiet = { logError: () => undefined, logRefusal: () => undefined };
  return { api: createApi({ ...world.visitor, ...quiet, throttle }), throttle };
}

const ask = async (
  api: Api,
  path: string,
  input?: unknown,
  { caller, headers = {} }: { caller?: string; headers?: Record<string, string> } = {},
) =>
  api.request(
    `/rpc/${path}`,
    {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      ...(input === undefined ? {} : { body: JSON.stringify(input) }),
    },
    { caller },
  );

const signIn = (api: Api, caller: string | undefined, given: object = {}) =>
  ask(
    api,
    'session.signIn',
    { accessNumber: number, passphrase: canary('wrong'), ...given },
    { caller: caller ?? '' },
  );

/** A public address of its own for each number. */
const address = (n: number) => `203.0.${113 + Math.floor(n / 250)}.${1 + (n % 250)}`;

const forget = () => world.rows('DELETE FROM throttle');

describe('many wrong tries from one address at one number', () => {
  it('are refused after a while, with when to come back, and say nothing else', async () => {
    const { api } = open();
    const answers = [];
    for (let n = 0; n < 21; n++) answers.push(await signIn(api, address(0), { accessNumber: 'no number' }));
    expect(answers.slice(0, 20).every(({ status }) => status === 401)).toBe(true);
    const refused = answers[20];
    expect(refused?.status).toBe(429);
    const seconds = Number(refused?.headers.get('retry-after'));
    expect(seconds).toBeGreaterThan(0);
    expect(seconds).toBeLessThanOrEqual(15 * 60);
    expect(await refused?.json()).toMatchObject({
      error: { message: 'too-many-requests', data: { issues: [], retryAfterSeconds: seconds } },
    });
    await forget();
  });

  it('can’t be made at once to slip past the count, nor in other digits or spellings', async () => {
    const { api } = open();
    const spellings = [number, number.replaceAll(' ', '-'), [...number].map(toThai).join('')];
    const tries = Array.from({ length: 40 }, (_, n) =>
      signIn(api, address(0), { accessNumber: spellings[n % 3] }),
    );
    const statuses = (await Promise.all(tries)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 401)).toHaveLength(20);
    expect(statuses.filter((status) => status === 429)).toHaveLength(20);
    await forget();
  });

  it('refuse neither another number from there, nor that number from elsewhere', async () => {
    const { api } = open();
    for (let n = 0; n < 21; n++) await signIn(api, address(0), { accessNumber: 'no number' });
    expect((await signIn(api, address(0), { accessNumber: 'no number' })).status).toBe(429);
    expect((await signIn(api, address(0), { passphrase })).status).toBe(200);
    expect((await signIn(api, address(1), { accessNumber: 'no number' })).status).toBe(401);
    await forget();
  });
});

it('an attack from many addresses never locks out whoever knows the passphrase', async () => {
  const { api } = open();
  const statuses: number[] = [];
  let next = 0;
  let victimIsIn = false;
  const attacker = async () => {
    for (let n = next++; n < 500; n = next++) statuses.push((await signIn(api, address(n))).status);
  };
  const attack = Promise.all(Array.from({ length: 60 }, attacker));
  const victim = (async () => {
    // Comes when the attack is well under way.
    while (statuses.length < 100) await new Promise((resolve) => setTimeout(resolve, 20));
    const from = performance.now();
    const answer = await signIn(api, '198.51.100.7', { passphrase });
    victimIsIn = next < 500 + 60;
    return { status: answer.status, tookMs: performance.now() - from };
  })();
  const { status, tookMs } = await victim;
  expect(status).toBe(200);
  expect(victimIsIn).toBe(true);
  expect(tookMs).toBeLessThan(20_000);
  await attack;
  expect(statuses).toHaveLength(500);
  expect(new Set(statuses)).toEqual(new Set([401]));
  const [row] = await world.rows<{ failures: number }>('SELECT max(failures) AS failures FROM throttle');
  expect(row?.failures).toBe(500);
  await forget();
});

it('a receipt’s number can’t be guessed faster than a passphrase, and one that is known costs nothing', async () => {
  const { api } = open();
  const made = await ask(api, 'account.create', { passphrase });
  const headers = { cookie: made.headers.get('set-cookie')?.split(';')[0] ?? '' };
  const asked = await ask(api, 'erasure.request', { waitDays: 7 }, { headers });
  const number = world.watch(/"receiptNumber":"([\d ]+)"/.exec(await asked.text())?.[1] ?? '');
  const find = async (typed: string) =>
    ask(api, 'erasure.findReceipt', { number: typed }, { caller: address(0) });
  for (let n = 0; n < 25; n++)
    expect(await (await find(number)).json()).toMatchObject({ result: { data: { state: 'waiting' } } });
  expect(await world.rows('SELECT FROM throttle')).toEqual([]);
  const wrong = await Promise.all(Array.from({ length: 21 }, () => find('0000 0000 0000 0000')));
  expect(wrong.map(({ status }) => status).sort()).toEqual([...Array(20).fill(200), 429]);
  expect(await world.rows('SELECT failures FROM throttle')).toEqual([{ failures: 20 }]);
  expect((await find(number)).status).toBe(200);
  await forget();
});

it('right sign-ins count for nothing, however many come from one address', async () => {
  const { api } = open();
  for (let n = 0; n < 25; n++) expect((await signIn(api, address(0), { passphrase })).status).toBe(200);
  expect(await world.rows('SELECT FROM throttle')).toEqual([]);
});

it('the same is counted for what exists and what does not, and no address is kept', async () => {
  const { api } = open();
  await signIn(api, address(3));
  await signIn(api, address(3), { accessNumber: '0000 000 000 000' });
  await ask(
    api,
    'session.signInStaff',
    { name: 'nobody', passphrase: canary('wrong') },
    { caller: address(3) },
  );
  const rows = await world.rows<object>('SELECT bucket, failures, since FROM throttle');
  expect(rows).toHaveLength(3);
  for (const table of ['throttle', 'session', 'audit_entry'])
    expect(JSON.stringify(await world.rows(`SELECT t::text FROM ${table} t`))).not.toContain(address(3));
  await forget();
});

it('new accounts are bounded for each address and say when to come back', async () => {
  const { throttle } = open();
  for (let n = 0; n < 60; n++) await throttle.creation(address(0));
  await expect(throttle.creation(address(0))).rejects.toMatchObject({
    code: 'too-many-requests',
    retryAfterSeconds: expect.any(Number),
  });
  await expect(throttle.creation(address(1))).resolves.toBeUndefined();
  await expect(throttle.creation(undefined)).resolves.toBeUndefined();
});

it('new accounts are bounded at all', async () => {
  const { throttle } = open();
  for (let n = 0; n < 2000; n++) await throttle.creation(undefined);
  await expect(throttle.creation(undefined)).rejects.toMatchObject({ code: 'too-many-requests' });
});

it('what anybody may say is counted twenty times from an address, and a thousand times at all', async () => {
  const { throttle } = open();
  for (let n = 0; n < 20; n++) await throttle.saying(address(0));
  await expect(throttle.saying(address(0))).rejects.toMatchObject({ code: 'too-many-requests' });
  for (let n = 20; n < 1000; n++) await throttle.saying(undefined);
  await expect(throttle.saying(address(1))).rejects.toMatchObject({ code: 'too-many-requests' });
});

describe('when what counts is down', () => {
  let asked = 0;
  const down = async () => {
    asked++;
    throw new Error('the store is down');
  };
  const counter: Counter = { penalty: down, reward: down };

  it('signing in goes on, and new accounts wait', async () => {
    const { api, throttle } = open({ counter });
    expect((await signIn(api, address(0), { passphrase })).status).toBe(200);
    expect((await signIn(api, address(0))).status).toBe(401);
    expect(asked).toBeGreaterThan(0);
    expect((await throttle.key.take('key')).refused).toBe(false);
    const refused = await ask(api, 'account.create', { passphrase }, { caller: address(0) });
    expect(refused.status).toBe(429);
    expect(refused.headers.get('retry-after')).toBe('3600');
  });

  it('signing in goes on without the table of wrong tries', async () => {
    const { api } = open();
    await world.rows('ALTER TABLE throttle RENAME TO throttle_gone');
    try {
      expect((await signIn(api, address(0), { passphrase })).status).toBe(200);
      expect((await signIn(api, address(0))).status).toBe(401);
    } finally {
      await world.rows('ALTER TABLE throttle_gone RENAME TO throttle');
    }
  });
});

describe('whose tries are counted together', () => {
  it.each([
    ['203.0.113.7', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:0db8:0001:0002::9', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['2001:db8::1.2.3.4', '2001:db8:0:0::/64'],
  ])('%s is one of %s', (given, network) => {
    expect(networkOf(given)).toBe(network);
  });

  it.each([
    undefined,
    '',
    'unknown',
    '127.0.0.1',
    '10.1.2.3',
    '192.168.1.1',
    '172.20.0.1',
    '100.64.1.1',
    '::1',
    'fe80::1%eth0',
    'fd00::1',
    '::ffff:10.0.0.1',
    '203.0.113.7:80',
  ])('of %s nobody is known: it is never refused', (given) => {
    expect(networkOf(given)).toBeUndefined();
  });
});

const toThai = (character: string) =>
  /\d/.test(character) ? String.fromCodePoint(0x0e50 + Number(character)) : character;
