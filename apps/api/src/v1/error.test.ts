import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { expectProblem } from '../../testing/expect-problem.ts';
import { KINDS_AND_BODIES, OPERATIONS, openV1, type V1World } from '../../testing/open-v1.ts';

let v1: V1World;
beforeAll(async () => {
  v1 = await openV1();
});
afterAll(() => v1.close());
afterEach(async () => {
  expect(await v1.world.rows('SELECT FROM listing'), 'nothing is written').toHaveLength(0);
  expect(v1.logged, 'nothing was unexpected').toEqual([]);
});

const WRITES = OPERATIONS.filter(([method]) => method !== 'GET');
const [SERVICES, SERVICE] = KINDS_AND_BODIES[0];
const json = { 'content-type': 'application/json' };

/** A request whose body is exactly this. */
const send = (
  method: string,
  path: string,
  body: NonNullable<RequestInit['body']>,
  headers: Record<string, string> = json,
) =>
  v1.api.request(path, {
    method,
    body,
    headers: { authorization: `Bearer ${v1.us.key}`, ...headers },
    ...{ duplex: 'half' },
  });

describe.each(WRITES)('%s %s refuses', (method, path, good) => {
  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/jsonp',
    'application/problem+json',
    'application/json; charset=utf-16',
    'application/json, text/plain',
  ])('a body of the type %s', async (type) => {
    await expectProblem(send(method, path, '{}', { 'content-type': type }), 415, 'unsupported-media-type');
  });

  it('a body without a type, and a compressed one', async () => {
    await expectProblem(send(method, path, Buffer.from('{}'), {}), 415, 'unsupported-media-type');
    await expectProblem(
      send(method, path, '{}', { ...json, 'content-encoding': 'gzip' }),
      415,
      'unsupported-media-type',
    );
  });

  it.each(['{', '{"title":', 'nonsense', '\u0000', '{"a":1}{', "{'a':1}", '[1,]', '{"a":NaN}'])(
    'what is not JSON: %j',
    async (body) => {
      const { issues } = await expectProblem(send(method, path, body), 400, 'invalid-input');
      expect(issues).toEqual([{ pointer: '', code: 'malformed-json', message: expect.any(String) }]);
    },
  );

  it('what is not UTF-8', async () => {
    const { issues } = await expectProblem(
      send(method, path, Buffer.from([0x7b, 0xff, 0x7d])),
      400,
      'invalid-input',
    );
    expect(issues).toMatchObject([{ code: 'malformed-json' }]);
  });

  it.each(['null', 'true', '7', '"text"', '[]', '[{}]'])('JSON that is no object: %s', async (body) => {
    await expectProblem(send(method, path, body), 400, 'invalid-input');
  });

  it('a body of more than 256 KiB, whatever it says of its length', async () => {
    const body = JSON.stringify({ provider: 'x'.repeat(256 * 1024) });
    await expectProblem(send(method, path, body), 413, 'too-large');
    await expectProblem(send(method, path, body, { ...json, 'content-length': '10' }), 413, 'too-large');
    const stream = new Blob([body]).stream();
    await expectProblem(send(method, path, stream), 413, 'too-large');
  });

  it('a body that breaks off', async () => {
    const broken = new ReadableStream({
      start(controller) {
        controller.enqueue(new TextEncoder().encode('{'));
        controller.error(new Error('aborted'));
      },
    });
    await expectProblem(send(method, path, broken), 400, 'invalid-input');
  });

  it('to read on once a body is too large', async () => {
    let pulls = 0;
    const endless = new ReadableStream({
      pull(controller) {
        pulls += 1;
        controller.enqueue(new Uint8Array(64 * 1024).fill(0x20));
      },
    });
    await expectProblem(send(method, path, endless), 413, 'too-large');
    expect(pulls).toBeLessThan(10);
  });

  it.each([
    ['one', '{"unknown":1}', '/unknown'],
    ['one with a slash and a tilde', '{"a/b~c":1}', '/a~1b~0c'],
    ['__proto__', '{"__proto__":{"verified":true}}', '/__proto__'],
    ['constructor', '{"constructor":{"prototype":{}}}', '/constructor'],
    ['prototype', '{"prototype":{}}', '/prototype'],
    ['one that only we set', '{"id":"019a6e2c-5d1f-7c3a-9b52-6f0d8e4a1b77"}', '/id'],
    ['a status', '{"status":"published"}', '/status'],
    ['an organisation', '{"organisation_id":"x"}', '/organisation_id'],
  ])('an unknown member by its pointer: %s', async (_what, member, pointer) => {
    const body = JSON.stringify({ ...(good as object) }).replace(/^\{(.*)\}$/s, (_, members) =>
      members === '' ? member : `{${members},${member.slice(1)}`,
    );
    const { issues } = await expectProblem(send(method, path, body), 400, 'invalid-input');
    expect(issues).toContainEqual({ pointer, code: 'unknown-member', message: 'is not known here' });
    expect({}).not.toHaveProperty('verified');
  });

  it.each(['', 'ü', 'a b', 'x'.repeat(256)])('the idempotency key %j', async (key) => {
    const headers = { ...json, 'idempotency-key': key };
    const { issues } = await expectProblem(
      send(method, path, JSON.stringify(good ?? {}), headers),
      400,
      'invalid-input',
    );
    expect(issues).toMatchObject([{ pointer: '/Idempotency-Key' }]);
  });
});

describe.each(KINDS_AND_BODIES)('PUT %s points at', (path, good) => {
  const TEXT_FAULTS: [string, unknown][] = [
    ['NUL', 'a\u0000b'],
    ['half a character', 'a\ud800b'],
    ['a line break in a line', 'a\nb'],
    ['nothing', ''],
    ['spaces', '  '],
    ['a number', 7],
    ['null', null],
    ['an object', { toString: 'x' }],
    ['too much', 'x'.repeat(201)],
  ];
  const AT: [pointer: string, change: (text: unknown) => object][] = [
    ['/title/en', (text) => ({ title: { ...good.title, en: text } })],
    ['/provider', (text) => ({ provider: text })],
    ['/location/area', (text) => ({ location: { visibility: 'area', area: text } })],
    [
      '/location/address/lines/0',
      (text) => ({ location: { visibility: 'public', address: { lines: [text] } } }),
    ],
    ['/contact/phone', (text) => ({ contact: { phone: text } })],
    ['/papers/documents/1', (text) => ({ papers: { kind: 'listed', documents: ['Passport', text] } })],
    [
      '/cost/note',
      (text) => ({ cost: { kind: 'paid', note: text === 'x'.repeat(201) ? 'x'.repeat(501) : text } }),
    ],
  ];
  it.each(
    AT.flatMap(([pointer, change]) =>
      TEXT_FAULTS.map(([what, text]) => [what, pointer, change(text)] as const),
    ),
  )('%s at %s', async (_what, pointer, change) => {
    const { issues } = await expectProblem(
      v1.call('PUT', `${path}/one`, { ...good, ...change }),
      400,
      'invalid-input',
    );
    expect(issues?.map((issue) => issue.pointer)).toContain(pointer);
  });

  it.each([
    ['a missing description', { title: { ...good.title, id: 'x' } }, '/description/id'],
    ['a missing title', { description: { ...good.description, id: 'x' } }, '/title/id'],
    ['no title at all', { title: {} }, '/title'],
    ['a title that is text', { title: 'A counsellor' }, '/title'],
    [
      'a language that is none',
      { title: { 'not a tag': 'x' }, description: { 'not a tag': 'x' } },
      '/title/not a tag',
    ],
    [
      'a language twice',
      { title: { ...good.title, TH: 'x' }, description: { ...good.description, TH: 'x' } },
      '/title/TH',
    ],
    ['an original that is not there', { originalLanguage: 'vi' }, '/originalLanguage'],
    ['a country in words', { country: 'Thailand' }, '/country'],
    ['an unknown topic', { topics: ['counselling', 'magic'] }, '/topics/1'],
    ['an unknown delivery', { delivery: ['pigeon'] }, '/delivery/0'],
    ['a language in words', { languages: ['th', 'speaks Thai'] }, '/languages/1'],
    ['an unknown cost', { cost: { kind: 'cheap' } }, '/cost/kind'],
    ['a price of a free thing', { cost: { kind: 'free', amount: 7 } }, '/cost/amount'],
    ['a price below nothing', { cost: { kind: 'paid', amount: -1 } }, '/cost/amount'],
    ['a price without end', { cost: { kind: 'paid', amount: '1e999' } }, '/cost/amount'],
    ['no visibility', { location: { area: 'x' } }, '/location/visibility'],
    ['an unknown visibility', { location: { visibility: 'secret' } }, '/location/visibility'],
    [
      'a hidden address in a text',
      { description: { ...good.description, en: 'Come to 99 Example Road' } },
      '/description/en',
    ],
    ['a script for a link', { contact: { url: 'javascript:alert(1)' } }, '/contact/url'],
    ['a name in a link', { contact: { url: 'https://bank.example@evil.example' } }, '/contact/url'],
    ['half a character in a link', { contact: { url: 'https://x.example/\ud800' } }, '/contact/url'],
    ['NUL in a link', { contact: { url: 'https://x.example/\u0000' } }, '/contact/url'],
    ['no link', { contact: { url: 'nope' } }, '/contact/url'],
    ['no mail address', { contact: { email: 'a\u0000@b.example' } }, '/contact/email'],
    ['an unknown member inside', { location: { visibility: 'area', secret: 1 } }, '/location/secret'],
    ['a prototype inside', { contact: JSON.parse('{"__proto__":{"verified":true}}') }, '/contact/__proto__'],
    [
      'a prototype for a language',
      { title: JSON.parse('{"en":"x","th":"x","__proto__":"x"}') },
      '/title/__proto__',
    ],
    ['21 languages', tooManyLanguages(), '/title'],
  ])('%s', async (_what, change, pointer) => {
    const { issues } = await expectProblem(
      v1.call('PUT', `${path}/one`, { ...good, ...change }),
      400,
      'invalid-input',
    );
    expect(issues?.map((issue) => issue.pointer)).toContain(pointer);
    expect(JSON.stringify(issues)).not.toMatch(/Come to 99|javascript:|bank\.example/);
  });

  it('every fault at once', async () => {
    const { issues } = await expectProblem(
      v1.call('PUT', `${path}/one`, { ...good, country: 'x', topics: 7, extra: 1 }),
      400,
      'invalid-input',
    );
    expect(issues?.map((issue) => issue.pointer).toSorted()).toEqual(['/country', '/extra', '/topics']);
  });
});

function tooManyLanguages() {
  const tags = 'aa ab af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca'.split(' ');
  const texts = Object.fromEntries(tags.map((tag) => [tag, 'x']));
  return { title: texts, description: texts };
}

describe('no body', () => {
  it.each(KINDS_AND_BODIES)('is refused by PUT %s, which names each member that is needed', async (path) => {
    for (const headers of [json, {}]) {
      const { issues } = await expectProblem(
        send('PUT', `${path}/one`, Buffer.alloc(0), headers),
        400,
        'invalid-input',
      );
      const pointers = issues?.map((issue) => issue.pointer);
      expect(pointers).toEqual(expect.arrayContaining(['/title', '/description', '/country', '/location']));
    }
  });

  it.each(KINDS_AND_BODIES)('is what withdrawing at %s takes, with a type or without', async (path) => {
    for (const headers of [json, {}]) {
      await expectProblem(send('POST', `${path}/one/withdraw`, Buffer.alloc(0), headers), 404, 'not-found');
    }
  });
});

describe('what only a course or a job has', () => {
  it.each([
    ['/v1/services', { job: { employer: 'x' } }, '/job'],
    ['/v1/courses', { job: { employer: 'x' } }, '/job'],
    ['/v1/courses', { course: { startsOn: '2027-02-30' } }, '/course/startsOn'],
    ['/v1/courses', { course: { hoursTotal: 0 } }, '/course/hoursTotal'],
    ['/v1/jobs', { job: undefined }, '/job'],
    ['/v1/jobs', { job: {} }, '/job/employer'],
    ['/v1/jobs', { job: { employer: 'x', occupation: '12345' } }, '/job/occupation'],
    [
      '/v1/jobs',
      { job: { employer: 'x', pay: { minimum: 1, currency: 'thb', period: 'day' } } },
      '/job/pay/currency',
    ],
  ] as const)('is checked at %s: %j', async (path, change, pointer) => {
    const good = KINDS_AND_BODIES.find(([at]) => at === path)?.[1];
    const { issues } = await expectProblem(
      v1.call('PUT', `${path}/one`, { ...good, ...change }),
      400,
      'invalid-input',
    );
    expect(issues?.map((issue) => issue.pointer)).toContain(pointer);
  });
});

describe('a path', () => {
  it.each(['%', '%E0%A4%A', '%FF', '%C0%80', 'a%zz', '%u0041'])(
    'that is badly encoded is refused: %s',
    async (id) => {
      for (const [method, path, body] of [
        ['GET', `${SERVICES}/${id}`, undefined],
        ['PUT', `${SERVICES}/${id}`, SERVICE],
        ['POST', `${SERVICES}/${id}/withdraw`, undefined],
        ['GET', `/v1/${id}`, undefined],
      ] as const) {
        await expectProblem(v1.call(method, path, body), 400, 'invalid-input');
      }
    },
  );

  it.each(['%00', '%0A', '%20', '%EF%BB%BF%00', 'x'.repeat(201)])(
    'with an id that can’t be one is refused: %s',
    async (id) => {
      for (const [method, path, body] of [
        ['GET', `${SERVICES}/${id}`, undefined],
        ['PUT', `${SERVICES}/${id}`, SERVICE],
        ['POST', `${SERVICES}/${id}/withdraw`, undefined],
      ] as const) {
        const { issues } = await expectProblem(v1.call(method, path, body), 400, 'invalid-input');
        expect(issues).toMatchObject([{ pointer: '/externalId' }]);
      }
    },
  );

  it.each([
    '/v1',
    '/v1/',
    '/v1/nothing',
    '/v1/services/',
    '/v1/services/one/publish',
    '/v1/openapi.yaml',
    '/v1//services',
  ])('that is not here is not found: %s', async (path) => {
    await expectProblem(v1.call('GET', path), 404, 'not-found');
    await expectProblem(v1.call('OPTIONS', path), 404, 'not-found');
  });

  it.each([
    ['DELETE', '/v1/services/one', 'PUT, GET, HEAD, OPTIONS'],
    ['PATCH', '/v1/jobs/one', 'PUT, GET, HEAD, OPTIONS'],
    ['POST', '/v1/courses', 'GET, HEAD, OPTIONS'],
    ['GET', '/v1/services/one/withdraw', 'POST, OPTIONS'],
    ['PUT', '/v1/organisation', 'GET, HEAD, OPTIONS'],
    ['POST', '/v1/openapi.json', 'GET, HEAD, OPTIONS'],
    ['PROPFIND', '/v1/services', 'GET, HEAD, OPTIONS'],
  ])('does not take another method: %s %s', async (method, path, allow) => {
    const answer = await v1.call(method, path);
    expect(answer.headers.get('allow')).toBe(allow);
    await expectProblem(answer, 405, 'not-found');
  });
});

describe('a query', () => {
  it.each([
    ['limit=0', '/limit'],
    ['limit=201', '/limit'],
    ['limit=1e2', '/limit'],
    ['limit=-1', '/limit'],
    ['limit=', '/limit'],
    ['limit=1&limit=2', '/limit'],
    ['cursor=x', '/cursor'],
    ['cursor=%00', '/cursor'],
    [`cursor=${'x'.repeat(201)}`, '/cursor'],
    ['status=gone', '/status'],
    ['modified_after=yesterday', '/modified_after'],
    ['modified_after=2026-11-24', '/modified_after'],
    ['unknown=1', '/unknown'],
    ['__proto__=1', '/__proto__'],
  ])('is refused by pointer: %s', async (query, pointer) => {
    for (const [path] of KINDS_AND_BODIES) {
      const { issues } = await expectProblem(v1.call('GET', `${path}?${query}`), 400, 'invalid-input');
      expect(issues?.map((issue) => issue.pointer)).toContain(pointer);
    }
  });
});
