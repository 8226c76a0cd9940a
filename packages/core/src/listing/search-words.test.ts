import { describe, expect, test } from 'vitest';
import { toPattern, toSearchWords } from './search-words.ts';

describe('the words of a search', () => {
  test('stand between spaces of any kind and invisible characters', () => {
    expect(toSearchWords(' legal\u00a0aid\u200bpapers\u3000free\u0000now\t')).toEqual([
      'legal',
      'aid',
      'papers',
      'free',
      'now',
    ]);
  });

  test('are in NFC, so that it makes no difference how an accent was typed', () => {
    expect(toSearchWords('tu\u031b va\u0302\u0301n')).toEqual(['tư', 'vấn']);
  });

  test('are not asked for twice, nor when they stand inside another one', () => {
    expect(toSearchWords('work Work workshop')).toEqual(['workshop']);
  });

  test('are twelve at most', () => {
    const typed = Array.from({ length: 40 }, (_, n) => `w${n + 10}`).join(' ');
    expect(toSearchWords(typed)).toHaveLength(12);
  });

  test('may be none', () => {
    expect(toSearchWords(' \u200b\u0000 ')).toEqual([]);
  });
});

test('a pattern finds %, _ and \\ as themselves', () => {
  expect(toPattern('100%_\\')).toBe('%100\\%\\_\\\\%');
});
