import { expect, test } from 'vitest';
import { readAnswerForm } from './answer-form.ts';

const ID = '0199aaaa-0000-7000-8000-000000000001';
const read = (fields: Record<string, string>) => readAnswerForm(new URLSearchParams(fields));

test('a yes needs no reason, and a no has one of the list', () => {
  expect(read({ id: ID, answer: 'yes', reason: 'no-time' })).toEqual({ id: ID, answer: 'yes' });
  expect(read({ id: ID, answer: 'no', reason: 'no-time' })).toEqual({
    id: ID,
    answer: 'no',
    reason: 'no-time',
  });
});

test('a no without a reason, with words of one’s own, or to nothing is no answer', () => {
  expect(read({ id: ID, answer: 'no', reason: '' })).toBeUndefined();
  expect(read({ id: ID, answer: 'no', reason: 'they lie' })).toBeUndefined();
  expect(read({ id: 'x', answer: 'yes' })).toBeUndefined();
  expect(read({ id: ID })).toBeUndefined();
});
