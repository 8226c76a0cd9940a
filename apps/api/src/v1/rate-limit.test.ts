import { addPartner, createWorld } from '@homeward/core/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { expectProblem } from '../../testing/expect-problem.ts';
import { createApi } from '../index.ts';
import { openLimiter } from '../throttle/limiter.ts';
import { openThrottle } from '../throttle/throttle.ts';

let world: Awaited<ReturnType<typeof createWorld>>;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world[Symbol.asyncDispose]());

it('a key is told how much it has left, is refused when nothing is left, and no other key with it', async () => {
  const key = openLimiter({ most: 3, windowSeconds: 60, fails: 'open' });
  const quiet = { logError: () => undefined, logRefusal: () => undefined };
  const api = createApi({ ...world.visitor, ...quiet, throttle: { ...openThrottle(), key } });
  const [one, other] = [await addPartner(world), await addPartner(world)];
  const ask = (bearer: string) =>
    api.request('/v1/organisation', { headers: { authorization: `Bearer ${bearer}` } });
  for (const left of [2, 1, 0]) {
    const answer = await ask(one.key);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('ratelimit-policy')).toBe('"key";q=3;w=60');
    expect(answer.headers.get('ratelimit')).toMatch(new RegExp(`^"key";r=${left};t=\\d+$`));
  }
  const refused = await ask(one.key);
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(refused.headers.get('ratelimit')).toMatch(/r=0/);
  await expectProblem(refused, 429, 'too-many-requests');
  expect((await ask(other.key)).status).toBe(200);
  expect((await ask('hw_live_wrong')).headers.get('ratelimit')).toBeNull();
});
