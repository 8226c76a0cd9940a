import { afterAll, beforeAll, expect, it } from 'vitest';
import { createWorld, type World } from '../../testing/index.ts';
import { bucketOf } from './bucket.ts';
import { countFailure, findFailures, forgetFailures } from './failures.ts';
import { waitAfter } from './wait-after.ts';

const HOUR = 60 * 60 * 1000;
let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world[Symbol.asyncDispose]());

const bucket = (typed: string, kind = 'number') => bucketOf(world.ports.secrets.lookupKey, kind, typed);

it('counts wrong tries of one thing at once, and of nothing else', async () => {
  await Promise.all(Array.from({ length: 12 }, () => countFailure(world.visitor, bucket('one'))));
  expect(await findFailures(world.visitor, bucket('one'))).toBe(12);
  expect(await findFailures(world.visitor, bucket('two'))).toBe(0);
  expect(await findFailures(world.visitor, bucket('one', 'name'))).toBe(0);
});

it('begins anew after an hour, and then leaves no row', async () => {
  await countFailure(world.visitor, bucket('hour'));
  world.clock.advance(HOUR + 1);
  expect(await findFailures(world.visitor, bucket('hour'))).toBe(0);
  await countFailure(world.visitor, bucket('hour'));
  expect(await findFailures(world.visitor, bucket('hour'))).toBe(1);
  world.clock.advance(HOUR + 1);
  expect(await forgetFailures(world.visitor)).toBeGreaterThan(0);
  expect(await world.rows('SELECT FROM throttle')).toEqual([]);
});

it('can’t be asked about a number without the key', () => {
  expect(bucket('one')).toHaveLength(16);
  expect(bucketOf(Buffer.alloc(32), 'number', 'one').equals(bucket('one'))).toBe(false);
});

it('slows nobody who mistypes, and nobody for longer than three seconds', () => {
  expect([0, 5, 10].map(waitAfter)).toEqual([0, 0, 0]);
  expect(waitAfter(12)).toBe(500);
  expect([22, 100, 1_000_000].map(waitAfter)).toEqual([3000, 3000, 3000]);
});
