import { createKey } from '@homeward/core/organisation';
import { createWorld } from '@homeward/core/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectProblem } from '../../testing/expect-problem.ts';
import { json, KINDS_AND_BODIES, OPERATIONS, openV1, type V1World } from '../../testing/open-v1.ts';
import { createApi, type LogEntry } from '../index.ts';
import { v1App } from './index.ts';

let v1: V1World;
beforeAll(async () => {
  v1 = await openV1();
});
afterAll(() => v1.close());

const everything = () =>
  v1.world.rows(`SELECT to_jsonb(l) FROM listing l UNION ALL SELECT to_jsonb(t) FROM listing_text t
    UNION ALL SELECT to_jsonb(a) FROM listing_address a UNION ALL SELECT to_jsonb(i) FROM idempotency_record i ORDER BY 1`);

it('every documented operation stands in the table of these tests', () => {
  const app = v1App({ ...v1.world.visitor, logError: () => undefined, logRefusal: () => undefined });
  const routes = app.routes
    .filter(({ method }) => method !== 'ALL')
    .map(({ method, path }) => `${method} ${path}`);
  const listed = OPERATIONS.map(([method, path]) => `${method} ${path.replace('/one', '/:externalId')}`);
  expect([...new Set(routes)].toSorted()).toEqual([...listed, 'GET /v1/openapi.json'].toSorted());
});

describe.each(OPERATIONS)('%s %s', (method, path, body) => {
  it('opens to no wrong key, and says the same to all of them', async () => {
    const [revoked, expired] = await Promise.all(
      ['revoked_at', 'expires_at'].map(async (column) => {
        const { id, key } = await createKey(v1.world.system, {
          organisationId: v1.us.organisationId,
          name: column,
        });
        await v1.world.rows(`UPDATE api_key SET ${column} = '2020-01-01' WHERE id = $1`, [id]);
        return `Bearer ${key}`;
      }),
    );
    const before = await everything();
    const headers = [
      undefined,
      '',
      'Bearer',
      'Bearer hw_live_',
      `Basic ${v1.us.key}`,
      v1.us.key,
      `Bearer ${v1.us.key.slice(0, -1)}`,
      `Bearer ${v1.us.key}, Bearer ${v1.us.key}`,
      `Bearer ${'x'.repeat(100_000)}`,
      revoked,
      expired,
    ];
    const answers = [];
    for (const authorization of headers) {
      const answer = await v1.call(method, path, body, {
        key: null,
        headers: { 'idempotency-key': 'guess', ...(authorization === undefined ? {} : { authorization }) },
      });
      expect(answer.headers.get('www-authenticate')).toBe('Bearer');
      answers.push(await expectProblem(answer, 401, 'not-signed-in'));
    }
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(await everything()).toEqual(before);
  });

  it('takes a key in no other place', async () => {
    const elsewhere = `?key=${v1.us.key}&access_token=${v1.us.key}`;
    const headers = { 'x-api-key': v1.us.key, cookie: `__Host-s=${v1.us.key}` };
    await expectProblem(
      v1.call(method, path + elsewhere, body, { key: null, headers }),
      401,
      'not-signed-in',
    );
  });

  it('answers no other site', async () => {
    const answer = await v1.call(method, path, body, { headers: { origin: 'https://evil.example' } });
    for (const name of answer.headers.keys()) expect(name).not.toMatch(/^access-control-/);
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('set-cookie')).toBeNull();
  });
});

it.each(OPERATIONS.filter(([, , , scope]) => scope !== 'organisation:own'))(
  '%s %s needs its scope, and leaves everything as it was without',
  async (method, path, body, scope) => {
    const before = await everything();
    const { key } = scope === 'listings:read' ? v1.writer : v1.reader;
    await expectProblem(
      v1.call(method, path, body, { key, headers: { 'idempotency-key': 'x' } }),
      403,
      'forbidden',
    );
    expect(await everything()).toEqual(before);
  },
);

describe.each(KINDS_AND_BODIES)('%s of another organisation', (path, body) => {
  const CANARY = 'canary-4d2e';
  const theirs = {
    ...body,
    provider: CANARY,
    location: { visibility: 'contact-first', area: CANARY, address: { lines: [`7 ${CANARY} Road`] } },
  };
  const ID = `their-${path.split('/').at(-1)}`;

  beforeAll(async () => {
    expect((await v1.call('PUT', `${path}/${ID}`, theirs, { key: v1.them.key })).status).toBe(201);
    await v1.call(
      'PUT',
      `${path}/public-${ID}`,
      { ...theirs, location: { ...theirs.location, visibility: 'public' } },
      { key: v1.them.key },
    );
  });

  it.each([
    ['GET', ''],
    ['POST', '/withdraw'],
  ])('answers like one that never was: %s', async (method, end) => {
    for (const id of [ID, `public-${ID}`]) {
      const theirAnswer = await expectProblem(v1.call(method, `${path}/${id}${end}`), 404, 'not-found');
      const random = await expectProblem(v1.call(method, `${path}/random${end}`), 404, 'not-found');
      expect(theirAnswer).toEqual(random);
    }
    const after = await json(v1.call('GET', `${path}/${ID}`, undefined, { key: v1.them.key }));
    expect(after).toMatchObject({ status: 'published', provider: CANARY });
  });

  it('stands in no list, not even by a cursor or a date of theirs', async () => {
    const { nextCursor } = await json(v1.call('GET', `${path}?limit=1`, undefined, { key: v1.them.key }));
    for (const query of ['', '?limit=200', `?cursor=${nextCursor}`, '?modified_after=2020-01-01T00:00:00Z']) {
      const answer = await v1.call('GET', path + query);
      expect(answer.status).toBe(200);
      expect(await answer.text()).not.toContain(CANARY);
    }
  });

  it('is not overwritten by ours of the same id, nor does it show through', async () => {
    const before = await json(v1.call('GET', `${path}/${ID}`, undefined, { key: v1.them.key }));
    const ours = await v1.call('PUT', `${path}/${ID}`, body);
    expect(ours.status).toBe(201);
    expect(await ours.text()).not.toContain(CANARY);
    expect((await v1.call('POST', `${path}/${ID}/withdraw`)).status).toBe(200);
    expect(await json(v1.call('GET', `${path}/${ID}`, undefined, { key: v1.them.key }))).toEqual(before);
    await v1.world.rows(`DELETE FROM listing WHERE organisation_id = $1 AND external_id = $2`, [
      v1.us.organisationId,
      ID,
    ]);
  });
});

describe('an idempotency key', () => {
  it('gives a kept answer to no key without the scope, and to no other organisation', async () => {
    const headers = { 'idempotency-key': 'ours' };
    const [path, body] = KINDS_AND_BODIES[0];
    const first = await v1.call('PUT', `${path}/idem`, body, { headers });
    expect(first.status).toBe(201);
    const { key } = await createKey(v1.world.system, {
      organisationId: v1.us.organisationId,
      name: 'Reads',
      scopes: ['listings:read'],
    });
    await expectProblem(v1.call('PUT', `${path}/idem`, body, { headers, key }), 403, 'forbidden');
    const theirs = await v1.call('PUT', `${path}/idem`, body, { headers, key: v1.them.key });
    expect(theirs.headers.get('idempotent-replayed')).toBeNull();
    expect((await json(theirs)).id).not.toBe((await json(first)).id);
  });
});

describe('what is published', () => {
  it.each([
    `'; DROP TABLE listing; --`,
    '" OR 1=1 --',
    '%_\\',
    '<script>alert(1)</script><img src=x onerror=alert(1)>',
    '=HYPERLINK("http://evil.example")',
    '{{constructor.constructor("return 1")()}} #{7*7}',
    'BEGIN:VALARM',
    'ﷺ 𝕏 👩‍👩‍👧',
  ])('comes back as it was sent, as JSON: %s', async (text) => {
    const [path, body] = KINDS_AND_BODIES[0];
    const sent = {
      ...body,
      provider: text,
      title: { en: text },
      description: { en: text },
      originalLanguage: 'en',
    };
    const answer = await v1.call('PUT', `${path}/${encodeURIComponent(text)}`, sent);
    expect(answer.headers.get('content-type')).toBe('application/json');
    expect(await json(answer)).toMatchObject({
      externalId: text.normalize('NFC'),
      provider: text.normalize('NFC'),
      title: { en: text.normalize('NFC') },
    });
  });
});

it('is rid of what nobody sees and what turns the order of letters around', async () => {
  const [path, body] = KINDS_AND_BODIES[0];
  const text = { en: '\u202egnp.exe \u2066x' };
  const sent = { ...body, title: text, description: text, originalLanguage: 'en' };
  expect(await json(await v1.call('PUT', `${path}/bidi`, sent))).toMatchObject({
    title: { en: 'gnp.exe x' },
  });
});

describe('a database that does not answer', () => {
  it('is told as that, at each operation: it is worth to try again', async () => {
    const logged: LogEntry[] = [];
    const logError = (entry: LogEntry) => logged.push(entry);
    const api = createApi({
      ...v1.world.visitor,
      db: v1.world.unreachable,
      logError,
      logRefusal: () => undefined,
    });
    for (const [method, path, body] of OPERATIONS) {
      const answer = await api.request(path, {
        method,
        headers: { authorization: `Bearer ${v1.us.key}`, 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
      await expectProblem(answer, 503, 'unavailable');
    }
    expect(logged).toHaveLength(OPERATIONS.length);
  });
});

describe('a fault of ours', () => {
  it('tells the caller a request id and the log why, and nothing else', async () => {
    const broken = await createWorld();
    const logged: LogEntry[] = [];
    const api = createApi({
      ...broken.visitor,
      logError: (entry) => logged.push(entry),
      logRefusal: () => undefined,
    });
    // Kysely opens at the first query: what was never open can't be closed.
    expect((await api.request('/readyz')).status).toBe(200);
    await broken.db.destroy();
    for (const [method, path, body] of OPERATIONS) {
      const answer = await api.request(path, {
        method,
        headers: { authorization: `Bearer ${v1.us.key}`, 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const requestId = answer.headers.get('x-request-id');
      await expectProblem(answer, 500, 'internal');
      expect(logged.at(-1)).toEqual({
        requestId,
        route: `${method} ${path.replace('/one', '/{externalId}')}`,
        error: expect.any(Error),
      });
      expect(JSON.stringify(logged.at(-1))).not.toContain(v1.us.key);
    }
    await broken[Symbol.asyncDispose]();
  });
});
