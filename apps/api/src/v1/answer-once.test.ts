import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { expectProblem } from '../../testing/expect-problem.ts';
import { json, KINDS_AND_BODIES, openV1, type V1World } from '../../testing/open-v1.ts';
import { createApi } from '../index.ts';

const DAY_MS = 24 * 3_600_000;
const [SERVICES, SERVICE] = KINDS_AND_BODIES[0];

let v1: V1World;
let headers: { 'idempotency-key': string };
let path: string;
beforeAll(async () => {
  v1 = await openV1();
});
afterAll(() => v1.close());
beforeEach(() => {
  headers = { 'idempotency-key': randomUUID() };
  path = `${SERVICES}/${randomUUID()}`;
});

const put = (body: object = SERVICE) => v1.call('PUT', path, body, { headers });
const isReplayed = (answer: Response) => answer.headers.get('idempotent-replayed') === 'true';
const deeds = async (action: string) =>
  (await v1.world.rows('SELECT FROM audit_entry WHERE action = $1', [action])).length;

describe('a repeated write', () => {
  it.each(KINDS_AND_BODIES)('gets the same answer and has no second effect: %s', async (kind, body) => {
    path = `${kind}/${randomUUID()}`;
    const first = await put(body);
    expect(first.status).toBe(201);
    expect(isReplayed(first)).toBe(false);
    const done = await deeds('listing.upsert');
    const again = await put(body);
    expect(again.status).toBe(201);
    expect(isReplayed(again)).toBe(true);
    expect(again.headers.get('content-type')).toBe('application/json');
    expect(again.headers.get('x-request-id')).not.toBe(first.headers.get('x-request-id'));
    expect(await again.text()).toBe(await first.text());
    expect(await deeds('listing.upsert')).toBe(done);
  });

  it('gets the answer of then, not the state of now', async () => {
    await put();
    headers = { 'idempotency-key': randomUUID() };
    const withdraw = () => v1.call('POST', `${path}/withdraw`, undefined, { headers });
    expect(isReplayed(await withdraw())).toBe(false);
    await v1.call('PUT', path, SERVICE);
    const again = await withdraw();
    expect(isReplayed(again)).toBe(true);
    expect(await json(again)).toMatchObject({ status: 'withdrawn' });
    expect(await json(v1.call('GET', path))).toMatchObject({ status: 'published' });
  });

  it('gets a final refusal again too', async () => {
    const withdraw = () => v1.call('POST', `${path}/withdraw`, undefined, { headers });
    const refused = await withdraw();
    expect(refused.status).toBe(404);
    const again = await withdraw();
    expect(again.status).toBe(404);
    expect(isReplayed(again)).toBe(true);
    expect(again.headers.get('content-type')).toBe('application/problem+json');
    expect(await again.text()).toBe(await refused.text());
  });

  it('runs anew after 24 hours', async () => {
    await put();
    v1.world.clock.advance(DAY_MS - 1);
    expect(isReplayed(await put())).toBe(true);
    v1.world.clock.advance(1);
    const anew = await put();
    expect(anew.status).toBe(200);
    expect(isReplayed(anew)).toBe(false);
  });
});

describe('the same key on another request', () => {
  it.each([
    ['body', () => v1.call('PUT', path, { ...SERVICE, country: 'ID' }, { headers })],
    ['spelling of the body', () => v1.call('PUT', path, `${JSON.stringify(SERVICE)} `, { headers })],
    ['path', () => v1.call('PUT', `${path}x`, SERVICE, { headers })],
    ['kind', () => v1.call('PUT', path.replace('services', 'courses'), SERVICE, { headers })],
    ['operation', () => v1.call('POST', `${path}/withdraw`, undefined, { headers })],
  ])('is refused and has no effect: another %s', async (_what, other) => {
    await put();
    const before = await v1.world.rows('SELECT * FROM listing');
    await expectProblem(other(), 422, 'idempotency-key-reused');
    expect(await v1.world.rows('SELECT * FROM listing')).toEqual(before);
    expect(isReplayed(await put())).toBe(true);
  });
});

describe('sixteen of one request at once', () => {
  it('have one effect: the others wait for it, or get its answer', async () => {
    for (let round = 0; round < 10; round++) {
      headers = { 'idempotency-key': randomUUID() };
      path = `${SERVICES}/${randomUUID()}`;
      const done = await deeds('listing.upsert');
      const answers = await Promise.all(Array.from({ length: 16 }, () => put()));
      expect(await deeds('listing.upsert')).toBe(done + 1);
      expect(answers.filter((answer) => answer.status === 201 && !isReplayed(answer))).toHaveLength(1);
      for (const answer of answers.filter(({ status }) => status !== 201)) {
        expect(answer.headers.get('retry-after')).toBe('1');
        await expectProblem(answer, 409, 'request-in-progress');
      }
      expect(isReplayed(await put())).toBe(true);
    }
  });

  it('without a key have one effect each, and leave one listing', async () => {
    const answers = await Promise.all(Array.from({ length: 16 }, () => v1.call('PUT', path, SERVICE)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([...Array(15).fill(200), 201]);
  });
});

describe('a request that failed inside', () => {
  it('is not kept, so that the next try runs it', async () => {
    let isBroken = true;
    const { clock } = v1.world;
    const api = createApi({
      ...v1.world.visitor,
      random: {
        ...v1.world.visitor.random,
        // The id of the request passes; the id of the listing does not.
        bytes: (length) => {
          if (isBroken && new Error().stack?.includes('insertListing')) throw new Error('broken');
          return v1.world.visitor.random.bytes(length);
        },
      },
      clock,
      logError: () => undefined,
      logRefusal: () => undefined,
    });
    const attempt = () =>
      api.request(path, {
        method: 'PUT',
        headers: { ...headers, authorization: `Bearer ${v1.us.key}`, 'content-type': 'application/json' },
        body: JSON.stringify(SERVICE),
      });
    await expectProblem(attempt(), 500, 'internal');
    isBroken = false;
    const answer = await attempt();
    expect(answer.status).toBe(201);
    expect(isReplayed(answer)).toBe(false);
  });
});

describe('a process that dies in the middle', () => {
  it('stands in the way for a minute and no longer', async () => {
    await put();
    await v1.world.rows('UPDATE idempotency_record SET status = NULL, body = NULL WHERE key = $1', [
      headers['idempotency-key'],
    ]);
    await expectProblem(put(), 409, 'request-in-progress');
    v1.world.clock.advance(60_000);
    expect((await put()).status).toBe(200);
  });
});
