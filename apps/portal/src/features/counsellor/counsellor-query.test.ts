import { expect, test } from 'vitest';
import { counsellorsPath, readCounsellorFilters, readShown, withoutWish } from './counsellor-query.ts';

const read = (query: string) => readCounsellorFilters(new URLSearchParams(query));
const ALL =
  'practice=legal&language=th&gender=woman&topic=papers&modality=chat&organisationId=00000000-0000-7000-8000-000000000001&country=TH&near=Asia%2FBangkok';

test('every wish survives the way from an address and back', () => {
  const wishes = read(ALL);
  expect(Object.keys(wishes)).toHaveLength(8);
  expect(counsellorsPath(wishes)).toBe(`/counsellors?${ALL}`);
  expect(read(counsellorsPath(wishes, { sort: 'name', more: true }).split('?')[1] ?? '')).toEqual(wishes);
});

test('what nobody offers to choose, or is empty, filters nothing', () => {
  expect(
    read(
      'practice=magic&language=&gender=any&topic=%00&modality=fax&organisationId=1&country=thailand&near=Nowhere&x=1',
    ),
  ).toEqual({});
  expect(counsellorsPath({})).toBe('/counsellors');
});

test('the list is by the soonest time, and short, unless the address says otherwise', () => {
  expect(readShown(new URLSearchParams('sort=random&more=yes'))).toEqual({ sort: 'soonest', limit: 20 });
  expect(readShown(new URLSearchParams('sort=name&more=1'))).toEqual({ sort: 'name', limit: 60 });
});

test('one wish goes, the others stay', () => {
  expect(withoutWish({ language: 'th', gender: 'woman' }, 'gender')).toEqual({ language: 'th' });
});
