import { expect, test } from 'vitest';
import { readWeeks, toggled, weeksPath } from './weeks.ts';

const ID = '0199aaaa-0000-7000-8000-000000000001';
const AT = '2026-12-01T03:00:00Z';
const read = (query: string) => readWeeks(new URLSearchParams(query), ID);

test('a series is read from its address, and its address leads back to it', () => {
  const weeks = read(`startsAt=${AT}&modality=video&language=th&count=6&everyWeeks=2&without=2&without=4`);
  expect(weeks).toEqual({
    counsellorId: ID,
    startsAt: AT,
    modality: 'video',
    language: 'th',
    count: 6,
    everyWeeks: 2,
    without: [2, 4],
  });
  const [path = '', query = ''] = weeks ? weeksPath(weeks).split('?') : [];
  expect(path).toBe(`/counsellors/${ID}/weeks`);
  expect(read(query)).toEqual(weeks);
});

test('without a time or a way there is none, and what does not fit is as usual', () => {
  expect(read(`startsAt=${AT}`)).toBeUndefined();
  expect(read('modality=video&startsAt=soon')).toBeUndefined();
  expect(
    read(`startsAt=${AT}&modality=phone&count=900&everyWeeks=7&without=0&without=x&without=1&without=1`),
  ).toMatchObject({ count: 4, everyWeeks: 1, without: [1] });
});

test('a date is left out and taken in again', () => {
  const weeks = read(`startsAt=${AT}&modality=video`);
  expect(weeks && toggled(weeks, 2).without).toEqual([2]);
  expect(weeks && toggled(toggled(weeks, 2), 2)).toEqual(weeks);
});
