import { afterAll, beforeAll, expect, it } from 'vitest';
import { PROCEDURES } from '../../src/rpc/procedures.ts';
import { arrangeRoles, type Cast } from '../access/arrange-roles.ts';
import { openRpc } from './open-rpc.ts';

let cast: Cast;
let rpc: ReturnType<typeof openRpc>;
beforeAll(async () => {
  cast = await arrangeRoles();
  rpc = openRpc(cast.world);
});
afterAll(() => cast.world[Symbol.asyncDispose]());

const TYPES = [
  undefined,
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'text/plain',
  'text/plain; application/json',
  'application/jsonx',
  'application/json',
  'application/json; charset=utf-8',
];
const SITES = [undefined, 'same-origin', 'same-site', 'cross-site', 'none'];
const ORIGINS = [
  undefined,
  'http://localhost',
  'https://evil.example',
  'null',
  'http://localhost.evil.example',
];

const isOurs = (type: string | undefined, site: string | undefined, origin: string | undefined) =>
  (type === 'application/json' || type === 'application/json; charset=utf-8') &&
  (site === undefined || site === 'same-origin') &&
  (origin === undefined || origin === 'http://localhost');

const MUTATIONS = [...PROCEDURES].filter(([, { type }]) => type === 'mutation').map(([path]) => path);

it.each(MUTATIONS)('%s is done for no page but ours, whatever it sends along', async (path) => {
  const audited = async () => (await cast.world.rows('SELECT FROM audit_entry')).length;
  const before = await audited();
  let refused = 0;
  for (const type of TYPES) {
    for (const site of SITES) {
      for (const origin of ORIGINS) {
        if (isOurs(type, site, origin)) continue;
        const headers = new Headers(cast.headersOf.person);
        for (const [name, value] of Object.entries({ 'content-type': type, 'sec-fetch-site': site, origin }))
          if (value !== undefined) headers.set(name, value);
        const body = type?.startsWith('multipart') ? '--x\r\n\r\n--x--\r\n' : '';
        const answer = await rpc.api.request(`/rpc/${path}`, { method: 'POST', headers, body });
        expect([403, 415], `${type} ${site} ${origin}`).toContain(answer.status);
        expect(answer.headers.get('set-cookie')).toBeNull();
        refused++;
      }
    }
  }
  expect(refused).toBe(TYPES.length * SITES.length * ORIGINS.length - 2 * 2 * 2);
  expect(await audited()).toBe(before);
  const ours = await rpc.ask(
    path,
    { nonsense: true },
    { ...cast.headersOf.person, 'sec-fetch-site': 'same-origin', origin: 'http://localhost' },
  );
  expect([400, 403], 'our own page gets as far as the use-case').toContain(ours.status);
});

it.each(['GET', 'HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])('%s does nothing at all', async (method) => {
  for (const path of PROCEDURES.keys()) {
    const answer = await rpc.api.request(`/rpc/${path}?input=%7B%7D`, {
      method,
      headers: { 'content-type': 'application/json', ...cast.headersOf.person },
    });
    expect(answer.status, path).toBe(405);
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
  }
});
