import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { json, KINDS_AND_BODIES, openV1, type V1World } from '../../testing/open-v1.ts';
import { KINDS } from './listing/kinds.ts';

let v1: V1World;
beforeAll(async () => {
  v1 = await openV1();
});
afterAll(() => v1.close());

const outputOf = (path: string) => {
  const kind = KINDS.find((one) => one.path === path);
  if (kind === undefined) throw new Error(`no kind at ${path}`);
  return kind.Output.strict();
};

describe.each(KINDS_AND_BODIES)('%s', (path, body) => {
  it('publishes with 201, says nothing new with 200, and answers in the documented shape and no other', async () => {
    const created = await v1.call('PUT', `${path}/one`, body);
    expect(created.status).toBe(201);
    expect(created.headers.get('content-type')).toBe('application/json');
    const listing = await json(created);
    expect(outputOf(path).parse(listing)).toEqual(listing);
    expect(listing).toMatchObject({ ...body, externalId: 'one', status: 'published' });
    expect(Object.keys(listing.title)).toEqual(['th', 'en']);

    v1.world.clock.advance(1000);
    const again = await v1.call('PUT', `${path}/one`, body);
    expect(again.status).toBe(200);
    expect(await json(again)).toEqual(listing);
    expect(await json(v1.call('GET', `${path}/one`))).toEqual(listing);
  });

  it('takes what it answered, as far as it may be sent, as nothing new', async () => {
    const answered = await json(v1.call('PUT', `${path}/round`, body));
    const {
      id: _,
      externalId: _e,
      status: _s,
      url: _u,
      createdAt: _c,
      updatedAt: _d,
      ...sendable
    } = answered;
    const again = await v1.call('PUT', `${path}/round`, sendable);
    expect(again.status).toBe(200);
    expect(await json(again)).toEqual(answered);
  });

  it('replaces a listing whole', async () => {
    await v1.call('PUT', `${path}/replaced`, body);
    v1.world.clock.advance(1000);
    const { description } = body;
    const changed = await v1.call('PUT', `${path}/replaced`, {
      ...body,
      title: { en: 'Other' },
      description: { en: description.en },
      originalLanguage: undefined,
      location: { visibility: 'contact-first' },
    });
    expect(changed.status).toBe(200);
    const listing = await json(changed);
    expect(listing).toMatchObject({ title: { en: 'Other' }, originalLanguage: 'en' });
    expect(listing.location).toEqual({ visibility: 'contact-first' });
    expect(listing.updatedAt > listing.createdAt).toBe(true);
  });

  it('withdraws, again and again, and publishes again', async () => {
    await v1.call('PUT', `${path}/two`, body);
    for (const init of [{}, { body: {} }]) {
      const withdrawn = await v1.call('POST', `${path}/two/withdraw`, 'body' in init ? init.body : undefined);
      expect(withdrawn.status).toBe(200);
      expect(await json(withdrawn)).toMatchObject({ externalId: 'two', status: 'withdrawn' });
    }
    const back = await v1.call('PUT', `${path}/two`, body);
    expect(back.status).toBe(200);
    expect(await json(back)).toMatchObject({ status: 'published' });
  });

  it('lists by pages, narrowed by status and by time', async () => {
    const ids: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page = await v1.call('GET', `${path}?limit=2${cursor === '' ? '' : `&cursor=${cursor}`}`);
      expect(page.status).toBe(200);
      const { data, nextCursor } = await json(page);
      for (const listing of data) expect(outputOf(path).parse(listing)).toEqual(listing);
      ids.push(...data.map(({ externalId }) => externalId));
      cursor = nextCursor;
    }
    expect(ids.toSorted()).toEqual(['one', 'replaced', 'round', 'two']);
    const later = encodeURIComponent(new Date(v1.world.clock.now()).toISOString());
    expect(await json(v1.call('GET', `${path}?modified_after=${later}`))).toEqual({
      data: [],
      nextCursor: null,
    });
    expect(await json(v1.call('GET', `${path}?status=withdrawn`))).toEqual({
      data: [],
      nextCursor: null,
    });
  });

  it.each([
    'a/b',
    '100%',
    'ä ü',
    'ที่ปรึกษา',
    '?',
    '#1',
    'a%2Fb',
    ';',
    ':',
    '+',
    '..a',
    '😀',
    "'",
    '%00'.slice(0, 1),
  ])('takes %j as an id, percent-encoded', async (id) => {
    const at = `${path}/${encodeURIComponent(id)}`;
    expect(await json(v1.call('PUT', at, body))).toMatchObject({ externalId: id });
    expect(await json(v1.call('GET', at))).toMatchObject({ externalId: id });
    expect((await v1.call('POST', `${at}/withdraw`)).status).toBe(200);
  });
});

it('tells a partner who they are', async () => {
  const answer = await v1.call('GET', '/v1/organisation');
  expect(answer.status).toBe(200);
  expect(await json(answer)).toEqual({
    id: v1.us.organisationId,
    name: 'Us',
    country: 'TH',
    website: null,
    key: {
      id: v1.us.context.actor.keyId,
      name: 'Test',
      prefix: v1.us.key.slice(0, 12),
      scopes: ['listings:read', 'listings:write'],
      expiresAt: null,
    },
  });
});

it('shows a visitor of the portal what a partner has published a moment ago', async () => {
  const { id } = await json(v1.call('PUT', '/v1/services/new', KINDS_AND_BODIES[0][1]));
  const rpc = (procedure: string, input: object) =>
    v1.api.request(`/rpc/${procedure}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(input),
    });
  expect(await json(rpc('listing.get', { id, locale: 'th' }))).toMatchObject({
    result: { data: { id, title: { text: 'ที่ปรึกษา', language: 'th' }, address: null } },
  });
  expect(await json(rpc('listing.browse', { locale: 'en', words: 'ปรึกษา' }))).toMatchObject({
    result: { data: { total: expect.any(Number) } },
  });
});

it('answers every request with an id of its own', async () => {
  const ids = await Promise.all(
    ['/v1/organisation', '/v1/openapi.json', '/v1/nothing'].map(async (path) => {
      const answer = await v1.call('GET', path, undefined, { headers: { 'x-request-id': 'mine' } });
      return answer.headers.get('x-request-id');
    }),
  );
  for (const id of ids) expect(id).toMatch(/^[\da-f-]{36}$/);
  expect(new Set(ids).size).toBe(3);
});

it('answers HEAD like GET, without the body', async () => {
  const answer = await v1.call('HEAD', '/v1/services/one');
  expect(answer.status).toBe(200);
  expect(await answer.text()).toBe('');
  expect((await v1.call('HEAD', '/v1/services/none')).status).toBe(404);
});

it('answers OPTIONS with the methods of a path, and to no other site', async () => {
  const answer = await v1.call('OPTIONS', '/v1/services/one', undefined, {
    key: null,
    headers: { origin: 'https://evil.example', 'access-control-request-method': 'PUT' },
  });
  expect(answer.status).toBe(204);
  expect(answer.headers.get('allow')).toBe('PUT, GET, HEAD, OPTIONS');
  for (const name of answer.headers.keys()) expect(name).not.toMatch(/^access-control-/);
});
