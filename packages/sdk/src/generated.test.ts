import { readFileSync } from 'node:fs';
import type { CourseBody, JobBody, Service, ServiceBody } from '@homeward/sdk';
import { expect, expectTypeOf, test } from 'vitest';
import { generated, typesOfOpenapi } from '../tooling/types-of-openapi.ts';

test('the types are those of the checked-in OpenAPI document; else run `npm run generate -w @homeward/sdk`', async () => {
  expect(readFileSync(generated, 'utf8')).toBe(await typesOfOpenapi());
});

test('what has a default need not be sent, what may grow takes unknown words, and the rest is strict', () => {
  const least = {
    title: { en: 'x' },
    description: { en: 'x' },
    country: 'TH',
    location: { visibility: 'area' },
  } as const;
  expectTypeOf(least).toExtend<ServiceBody>();
  expectTypeOf(least).toExtend<CourseBody>();
  expectTypeOf(least).not.toExtend<JobBody>();
  expectTypeOf({ ...least, topics: ['a topic of next year'] }).toExtend<ServiceBody>();
  expectTypeOf({ ...least, cost: { kind: 'gratis' } }).not.toExtend<ServiceBody>();
  expectTypeOf<Service['status']>().toEqualTypeOf<'published' | 'paused' | 'withdrawn' | (string & {})>();
  expectTypeOf<Service['topics']>().not.toBeAny();
});
