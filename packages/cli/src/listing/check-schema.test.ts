import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { bodySchemas, generated } from '../../tooling/body-schemas.ts';
import { bodySchemas as schemas } from '../generated/body-schemas.ts';
import { checkSchema, type Schema } from './check-schema.ts';

const body = {
  title: { en: 'x' },
  description: { en: 'x' },
  country: 'TH',
  location: { visibility: 'public', address: { lines: ['1 Main'] } },
};
const check = (change: object, name = 'CourseInput') =>
  checkSchema({ ...body, ...change }, { $ref: name }, schemas as Record<string, Schema>).map(
    ({ pointer, code }) => [pointer, code],
  );

test('the schemas are those of the checked-in OpenAPI document; else run `npm run generate -w @homeward/cli`', () => {
  expect(readFileSync(generated, 'utf8')).toBe(bodySchemas());
});

test.each<[object, [string, string][]]>([
  [{}, []],
  [{ title: { en: ' ' } }, [['/title/en', 'empty-value']]],
  [{ title: { en: 'x'.repeat(201) } }, [['/title/en', 'too-long']]],
  [{ title: 'x' }, [['/title', 'bad-value']]],
  [{ titel: {} }, [['/titel', 'bad-value']]],
  [{ 'a/b~c': 1 }, [['/a~1b~0c', 'bad-value']]],
  [{ location: {} }, [['/location/visibility', 'empty-value']]],
  [{ location: { visibility: 'hidden' } }, [['/location/visibility', 'bad-value']]],
  [
    { location: { visibility: 'public', address: { lines: [] } } },
    [['/location/address/lines', 'empty-value']],
  ],
  [{ topics: ['legal', 'fun'] }, [['/topics/1', 'bad-value']]],
  [{ cost: { kind: 'paid', amount: -1 } }, [['/cost/amount', 'bad-number']]],
  [{ cost: { kind: 'cheap' } }, [['/cost/kind', 'bad-value']]],
  [{ cost: { kind: 'free', amount: 3 } }, [['/cost/amount', 'bad-value']]],
  [{ course: { hoursTotal: 0 } }, [['/course/hoursTotal', 'bad-number']]],
  [{ course: { hoursTotal: '3' } }, [['/course/hoursTotal', 'bad-number']]],
  [{ course: { startsOn: '2027-02-30' } }, [['/course/startsOn', 'bad-date']]],
  [{ country: 'Thailand' }, [['/country', 'bad-value']]],
  [{ job: {} }, [['/job', 'bad-value']]],
])('a course with %j has the misfits %j', (change, misfits) => {
  expect(check(change)).toEqual(misfits);
});

test('a job needs its employer', () => {
  expect(check({}, 'JobInput')).toEqual([['/job', 'empty-value']]);
  expect(check({ job: {} }, 'JobInput')).toEqual([['/job/employer', 'empty-value']]);
});
