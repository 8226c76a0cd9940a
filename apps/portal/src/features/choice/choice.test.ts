import { expect, test } from 'vitest';
import { choicePath, choiceQuery, readChoice } from './choice.ts';

const ID = '0199aaaa-0000-7000-8000-000000000001';
const read = (query: string) => readChoice(new URLSearchParams(query));

test('a choice survives the way through the addresses', () => {
  const choice = {
    counsellorId: ID,
    startsAt: '2026-11-24T09:00:00Z',
    modality: 'in-person',
    language: 'th',
  } as const;
  expect(read(choiceQuery(choice))).toEqual(choice);
  const path = choicePath(choice);
  expect(path.startsWith(`/counsellors/${ID}?`)).toBe(true);
  expect(read(`counsellor=${ID}&${path.split('?')[1]}`)).toEqual(choice);
});

test('an instant comes out in the form of the API, whatever offset it came with', () => {
  expect(read(`counsellor=${ID}&startsAt=2026-11-24T16:00:00.000%2B07:00`)?.startsAt).toBe(
    '2026-11-24T09:00:00Z',
  );
});

test('what does not fit is left out, and without a counsellor there is no choice', () => {
  expect(read(`counsellor=${ID}&startsAt=soon&modality=boat&language=%00`)).toEqual({ counsellorId: ID });
  expect(read('counsellor=../evil&startsAt=2026-11-24T09:00:00Z')).toBeUndefined();
  expect(read('')).toBeUndefined();
});

test('nothing but a counsellor, a time, a way and a language can travel', () => {
  const query = choiceQuery({ counsellorId: ID, callMe: 'Bird' } as { counsellorId: string });
  expect(query).toBe(`counsellor=${ID}`);
});
