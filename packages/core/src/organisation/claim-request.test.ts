import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addPartner, createWorld, type Partner, type World } from '../../testing/index.ts';
import type { Claim } from './index.ts';
import { claimRequest, forgetAnswers, keepAnswer, releaseRequest } from './index.ts';

const HOUR_MS = 3_600_000;

let world: World;
let partner: Partner;
let request: { key: string; requestHash: Buffer };
beforeAll(async () => {
  world = await createWorld({ maxConnections: 16 });
  partner = await addPartner(world);
});
afterAll(() => world[Symbol.asyncDispose]());
beforeEach(() => {
  request = { key: randomUUID(), requestHash: randomBytes(32) };
});

async function claim(): Promise<{ key: string; claimedAt: Date }> {
  const claimed: Claim = await claimRequest(partner.context, request);
  if (claimed.outcome !== 'claimed') throw new Error(`expected a claim, got ${claimed.outcome}`);
  return { key: request.key, claimedAt: claimed.claimedAt };
}
const outcome = async () => (await claimRequest(partner.context, request)).outcome;

describe('a request with an idempotency key', () => {
  it('is claimed by exactly one of sixteen at once', async () => {
    for (let round = 0; round < 20; round++) {
      const one = { key: randomUUID(), requestHash: randomBytes(32) };
      const all = await Promise.all(Array.from({ length: 16 }, () => claimRequest(partner.context, one)));
      expect(all.filter((each) => each.outcome === 'claimed')).toHaveLength(1);
      expect(all.filter((each) => each.outcome === 'in-progress')).toHaveLength(15);
    }
  });

  it('gets its kept answer for 24 hours, and then runs again', async () => {
    await keepAnswer(partner.context, { ...(await claim()), status: 201, body: '{"ü":1}' });
    world.clock.advance(24 * HOUR_MS - 1);
    expect(await claimRequest(partner.context, request)).toEqual({
      outcome: 'answered',
      status: 201,
      body: '{"ü":1}',
    });
    world.clock.advance(1);
    expect(await outcome()).toBe('claimed');
  });

  it('is refused when the key came with another request, running or answered', async () => {
    const claimed = await claim();
    const other = { ...request, requestHash: randomBytes(32) };
    expect((await claimRequest(partner.context, other)).outcome).toBe('reused');
    await keepAnswer(partner.context, { ...claimed, status: 200, body: '' });
    expect((await claimRequest(partner.context, other)).outcome).toBe('reused');
  });

  it('can be tried again at once when it had no final answer', async () => {
    await releaseRequest(partner.context, await claim());
    expect(await outcome()).toBe('claimed');
  });

  it('is taken over after a minute from a process that died, which then can’t answer for it any more', async () => {
    const lost = await claim();
    world.clock.advance(59_999);
    expect(await outcome()).toBe('in-progress');
    world.clock.advance(1);
    const taken = await claim();
    await keepAnswer(partner.context, { ...lost, status: 200, body: 'late' });
    await releaseRequest(partner.context, lost);
    expect(await outcome()).toBe('in-progress');
    await keepAnswer(partner.context, { ...taken, status: 200, body: 'right' });
    expect(await claimRequest(partner.context, request)).toMatchObject({ body: 'right' });
  });

  it('shares its key with no other organisation', async () => {
    await keepAnswer(partner.context, { ...(await claim()), status: 200, body: 'ours' });
    const other = await addPartner(world);
    expect((await claimRequest(other.context, request)).outcome).toBe('claimed');
  });

  it('is forgotten by the worker when its time is over, and not before', async () => {
    await keepAnswer(partner.context, { ...(await claim()), status: 200, body: '' });
    const count = async () =>
      (await world.rows('SELECT FROM idempotency_record WHERE key = $1', [request.key])).length;
    await forgetAnswers(world.visitor);
    expect(await count()).toBe(1);
    world.clock.advance(24 * HOUR_MS);
    expect(await forgetAnswers(world.visitor)).toBeGreaterThan(0);
    expect(await count()).toBe(0);
  });
});
