import { readFileSync } from 'node:fs';
import { createKey } from '@homeward/core/organisation';
import { addPartner, readChecksums } from '@homeward/core/testing';
import { ApiError, Homeward } from '@homeward/sdk';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPortal, type Portal } from './open-portal.ts';

interface Matrix {
  v1: Record<string, 'listings:read' | 'listings:write' | 'organisation:own' | 'none'>;
}

const file = new URL('../../../apps/api/access-matrix.json', import.meta.url);
const { v1 }: Matrix = JSON.parse(readFileSync(file, 'utf8'));
const asksForKey = Object.entries(v1).filter(([, scope]) => scope !== 'none');

const common = {
  title: { en: 'A counsellor' },
  description: { en: 'We listen.' },
  originalLanguage: 'en',
  country: 'TH',
  location: { visibility: 'area' as const, area: 'Chiang Mai' },
};
const BODIES = {
  services: common,
  courses: { ...common, course: { startsOn: '2027-01-11', hoursTotal: 60 } },
  jobs: {
    ...common,
    job: { employer: 'Example Kitchen', pay: { minimum: 1, currency: 'THB', period: 'day' as const } },
  },
};
const KINDS = ['services', 'courses', 'jobs'] as const;

/** Every call of the SDK, by the route that it asks. */
const CALLS: Record<string, (homeward: Homeward, id: string) => PromiseLike<unknown>> = {
  'GET /v1/organisation': (homeward) => homeward.organisation.get(),
  ...Object.fromEntries(
    KINDS.flatMap((kind) => [
      [`GET /v1/${kind}`, (homeward: Homeward) => homeward[kind].list()],
      [`GET /v1/${kind}/{externalId}`, (homeward: Homeward, id: string) => homeward[kind].get(id)],
      [
        `POST /v1/${kind}/{externalId}/withdraw`,
        (homeward: Homeward, id: string) => homeward[kind].withdraw(id),
      ],
      [`PUT /v1/${kind}/{externalId}`, (homeward: Homeward, id: string) => upsert(homeward, kind, id)],
    ]),
  ),
};

function upsert(homeward: Homeward, kind: (typeof KINDS)[number], id: string): PromiseLike<unknown> {
  if (kind === 'courses') return homeward.courses.upsert(id, BODIES.courses);
  return kind === 'jobs'
    ? homeward.jobs.upsert(id, BODIES.jobs)
    : homeward.services.upsert(id, BODIES.services);
}

let portal: Portal;
const keys = { reads: '', writes: '', revoked: '', theirs: '' };
beforeAll(async () => {
  portal = await openPortal();
  const { world, partner } = portal;
  const make = (scopes: ('listings:read' | 'listings:write')[], organisationId = partner.organisationId) =>
    createKey(world.system, { organisationId, name: 'Test', scopes });
  keys.reads = (await make(['listings:read'])).key;
  keys.writes = (await make(['listings:write'])).key;
  const revoked = await make(['listings:read', 'listings:write']);
  await world.rows('UPDATE api_key SET revoked_at = now() WHERE id = $1', [revoked.id]);
  keys.revoked = revoked.key;
  keys.theirs = (await addPartner(world, { name: 'Them' })).key;
  for (const kind of KINDS) await upsert(clientOf(keys.theirs), kind, 'theirs');
});
afterAll(() => portal.close());

/** What stands in the database, but that a key was used and what it was answered for a key of repetition. */
async function standing(): Promise<Record<string, string>> {
  const {
    'public.api_key': _used,
    'public.idempotency_record': _answered,
    ...sums
  } = await readChecksums(portal.world);
  return sums;
}

const clientOf = (apiKey: string) => new Homeward({ baseUrl: portal.baseUrl, apiKey, maxRetries: 0 });

/** How the SDK's call fails; undefined when it does not. */
async function failureOf(route: string, key: string, id: string) {
  try {
    await CALLS[route]?.(clientOf(key), id);
    return undefined;
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return { status: error.status, code: error.code };
  }
}

/** How the same request fails without the SDK. */
async function plainFailureOf(route: string, key: string, id: string) {
  const [method = '', path = ''] = route.split(' ');
  const kind = KINDS.find((one) => path.includes(one)) ?? 'services';
  const answer = await fetch(portal.baseUrl + path.replace('{externalId}', id), {
    method,
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    ...(method === 'PUT' && { body: JSON.stringify(BODIES[kind]) }),
  });
  const problem = (await answer.json()) as { code?: string };
  return answer.ok ? undefined : { status: answer.status, code: problem.code };
}

it('has a call for every route that asks for a key', () => {
  expect(Object.keys(CALLS).toSorted()).toEqual(asksForKey.map(([route]) => route).toSorted());
});

describe.each(asksForKey)('the SDK’s call of %s', (route, scope) => {
  it('fails for a revoked key as the plain request does, and changes nothing', async () => {
    const before = await standing();
    const failure = await failureOf(route, keys.revoked, 'one');
    expect(failure).toEqual({ status: 401, code: 'not-signed-in' });
    expect(failure).toEqual(await plainFailureOf(route, keys.revoked, 'one'));
    expect(await standing()).toEqual(before);
  });

  it(`${scope === 'organisation:own' ? 'needs no scope' : 'fails for a key without the scope'}, as the plain request does`, async () => {
    const key = scope === 'listings:read' ? keys.writes : keys.reads;
    const before = await standing();
    const failure = await failureOf(route, key, 'one');
    expect(failure).toEqual(scope === 'organisation:own' ? undefined : { status: 403, code: 'forbidden' });
    expect(failure).toEqual(await plainFailureOf(route, key, 'one'));
    expect(await standing()).toEqual(before);
  });
});

it.each(Object.keys(CALLS).filter((route) => route.includes('{externalId}') && !route.startsWith('PUT')))(
  'the SDK’s call of %s answers to another organisation’s id as to one of nobody, and as the plain request does',
  async (route) => {
    const before = await standing();
    const failure = await failureOf(route, portal.partner.key, 'theirs');
    expect(failure).toEqual({ status: 404, code: 'not-found' });
    expect(await failureOf(route, portal.partner.key, 'nobodys')).toEqual(failure);
    expect(await plainFailureOf(route, portal.partner.key, 'theirs')).toEqual(failure);
    expect(await standing()).toEqual(before);
    expect(await failureOf(route, keys.theirs, 'theirs'), 'they can').toBeUndefined();
  },
);

it.each(KINDS)(
  'the SDK’s %s.list holds nothing of another organisation, and upsert makes one’s own',
  async (kind) => {
    expect((await portal.homeward[kind].list()).data).toEqual([]);
    await upsert(portal.homeward, kind, 'theirs');
    const [ours] = (await portal.homeward[kind].list()).data;
    const [theirs] = (await clientOf(keys.theirs)[kind].list()).data;
    expect(ours?.id).not.toBe(theirs?.id);
  },
);
