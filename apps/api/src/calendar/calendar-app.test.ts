import { makeFeed, revokeFeed } from '@homeward/core/calendar';
import { addCounsellor, createWorld, type World } from '@homeward/core/testing';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { createApi, type LogEntry, type RefusalEntry } from '../index.ts';

let world: World;
let api: ReturnType<typeof createApi>;
const logged: (LogEntry | RefusalEntry)[] = [];
beforeAll(async () => {
  world = await createWorld({ now: '2026-11-24T01:00:00Z' });
});
afterAll(() => world[Symbol.asyncDispose]());
beforeEach(() => {
  logged.length = 0;
  const log = (entry: LogEntry | RefusalEntry) => logged.push(entry);
  api = createApi({ ...world.visitor, logError: log, logRefusal: log });
});

async function subscribe() {
  const counsellor = await addCounsellor(world);
  const proved = { ...counsellor, actor: { ...counsellor.actor, provedUntil: Number.POSITIVE_INFINITY } };
  return { counsellor, path: new URL((await makeFeed(proved, undefined)).url).pathname };
}

const told = (answer: Response) => [...answer.headers].filter(([name]) => name !== 'x-request-id');

it('answers whoever has the address, without a session, and lets nobody on the way keep it', async () => {
  const { path } = await subscribe();
  const answer = await api.request(path);
  expect(answer.status).toBe(200);
  expect(await answer.text()).toMatch(/^BEGIN:VCALENDAR\r\n/);
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'content-type': 'text/calendar; charset=utf-8',
    'cache-control': 'no-store',
    'x-robots-tag': 'noindex, nofollow',
    'referrer-policy': 'no-referrer',
  });
  expect(answer.headers.get('set-cookie')).toBeNull();
});

it('sends nothing again to a program that has this version, and all of it after a change', async () => {
  const { path } = await subscribe();
  const etag = (await api.request(path)).headers.get('etag') ?? '';
  for (const sent of [etag, `W/${etag}`, `"x", ${etag}`]) {
    const again = await api.request(path, { headers: { 'if-none-match': sent } });
    expect([again.status, await again.text(), again.headers.get('cache-control')]).toEqual([
      304,
      '',
      'no-store',
    ]);
  }
  expect((await api.request(path, { headers: { 'if-none-match': '"x"' } })).status).toBe(200);
});

it('gives one answer to every address that opens nothing, and writes no address down', async () => {
  const { counsellor, path } = await subscribe();
  await revokeFeed(counsellor, undefined);
  const answers = [];
  for (const one of [
    path,
    `/calendar/${'x'.repeat(43)}.ics`,
    '/calendar/x.ics',
    '/calendar/a/b.ics',
    '/calendar/x',
    '/calendar',
  ])
    answers.push(await api.request(one));
  const [first, ...others] = await Promise.all(
    answers.map(async (answer) => ({
      status: answer.status,
      body: await answer.text(),
      headers: told(answer),
    })),
  );
  expect(first).toMatchObject({ status: 404, body: '{"error":{"message":"not-found"}}' });
  for (const other of others) expect(other).toEqual(first);
  expect(JSON.stringify(logged)).not.toContain(path.slice('/calendar/'.length, -4));
});

it('changes nothing and opens nothing by another method', async () => {
  const { path } = await subscribe();
  for (const method of ['POST', 'PUT', 'DELETE', 'PROPFIND'])
    expect((await api.request(path, { method })).status, method).toBe(404);
});

it('refuses an address from which too many wrong ones were tried, and says when to come back', async () => {
  const ask = (path: string) => api.request(path, {}, { caller: '203.0.113.9' });
  const { path } = await subscribe();
  for (let tries = 0; tries < 100; tries++)
    expect((await ask(`/calendar/${String(tries).padStart(43, 'x')}.ics`)).status).toBe(404);
  const refused = await ask(path);
  expect(refused.status).toBe(429);
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(logged).toMatchObject([{ route: 'GET /calendar/{token}.ics', code: 'too-many-requests' }]);
  expect((await api.request(path)).status).toBe(200);
});
