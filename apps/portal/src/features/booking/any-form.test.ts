import { expect, test } from 'vitest';
import { readAny } from './any-form.ts';

const read = (query: string) => readAny(new URLSearchParams(query));

test('who would do is read from an address, and what is malformed asks for nothing', () => {
  expect(read('language=th&practice=legal&gender=woman&topic=papers&modality=phone')).toEqual({
    who: { language: 'th', practice: 'legal', gender: 'woman', topic: 'papers' },
    modality: 'phone',
  });
  expect(read('language=&practice=magic&gender=%00&modality=boat')).toEqual({ who: {}, modality: undefined });
});
