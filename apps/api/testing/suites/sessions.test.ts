import { canary, createWorld, type World } from '@homeward/core/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openRpc } from './open-rpc.ts';

let world: World;
let rpc: ReturnType<typeof openRpc>;
beforeAll(async () => {
  world = await createWorld();
  rpc = openRpc(world);
});
afterAll(() => world[Symbol.asyncDispose]());

const create = async (headers?: Record<string, string>) => {
  const answer = await rpc.ask('account.create', { passphrase: canary('passphrase') }, headers);
  expect(answer.status).toBe(200);
  const line = answer.headers.get('set-cookie') ?? '';
  return { line, cookie: line.split(';')[0] ?? '' };
};
const kindOf = async (cookie: string) => {
  const answer = await rpc.ask('account.me', undefined, { cookie });
  expect(answer.status, cookie).toBe(200);
  return (await answer.text()).match(/"kind":"([a-z-]+)"/)?.[1];
};

it('a cookie that somebody planted is never taken over at sign-in', async () => {
  const planted = `__Host-s=${'a'.repeat(40)}`;
  const { cookie } = await create({ cookie: planted });
  expect(cookie).not.toBe(planted);
  expect(await kindOf(planted)).toBe('visitor');
  expect(await kindOf(cookie)).toBe('person');
});

it('the session that somebody came with ends when another account is made on it', async () => {
  const first = await create();
  const second = await create({ cookie: first.cookie });
  expect(await kindOf(first.cookie)).toBe('visitor');
  expect(await kindOf(second.cookie)).toBe('person');
});

it('a cookie can be read by no script, leaves for no other site, and for no other host', async () => {
  const { line } = await create();
  expect(line).toMatch(/^__Host-s=[a-z2-7]{40}; Path=\/; Secure; HttpOnly; SameSite=Strict$/);
});

it('a broken, doubled or foreign cookie is nobody’s, and no fault of ours', async () => {
  const { cookie } = await create();
  for (const broken of [
    '__Host-s=%E0%A4%A',
    `${cookie}; ${cookie}`,
    `${cookie}; __Host-s=x`,
    cookie.replace('__Host-', ''),
    cookie.replace('__Host-s', '__host-s'),
    `${cookie}%00`,
    `__Host-s="${cookie.slice(9)}"`,
    `=${cookie}`,
    ';'.repeat(2000),
  ])
    expect(await kindOf(broken), broken).toBe('visitor');
  expect(await kindOf(cookie)).toBe('person');
});

it('a session that is ended while a request is under way stays ended', async () => {
  const { cookie } = await create();
  const under = Array.from({ length: 20 }, () => rpc.ask('account.me', undefined, { cookie }));
  await rpc.ask('session.signOut', undefined, { cookie });
  await Promise.all(under);
  expect(await kindOf(cookie)).toBe('visitor');
});
