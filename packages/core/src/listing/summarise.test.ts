import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { summarise } from './summarise.ts';

describe('a summary', () => {
  test('is the whole text when that is short, in one line', () => {
    expect(summarise('We listen.\n\nNo papers  needed.', 'en')).toBe('We listen. No papers needed.');
  });

  test('ends with a whole sentence when one fits', () => {
    const text = `We listen. ${'You decide what happens next. '.repeat(10)}`;
    const summary = summarise(text, 'en');
    expect(summary.endsWith('next.')).toBe(true);
    expect(summary.length).toBeLessThanOrEqual(200);
  });

  test('cuts a long sentence between words, in Thai and Chinese too', () => {
    const thai = 'พูดคุยกับที่ปรึกษาเป็นภาษาไทย'.repeat(20);
    const summary = summarise(thai, 'th');
    expect(summary.endsWith('…')).toBe(true);
    const words = [...new Intl.Segmenter('th', { granularity: 'word' }).segment(thai)];
    expect(words.map(({ index }) => index)).toContain(summary.length - 1);
    expect(summarise('咨询'.repeat(200), 'zh-Hans').length).toBeLessThanOrEqual(200);
  });

  test('is never empty, never long and never ends inside a character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 600 }), (text) => {
        const summary = summarise(text, 'en');
        expect(summary.length).toBeLessThanOrEqual(200);
        expect(summary.isWellFormed()).toBe(true);
        expect(summary === '').toBe(text.trim() === '');
      }),
    );
  });

  test('cuts a word that is longer than a summary between two characters', () => {
    expect(summarise('😀'.repeat(300), 'en')).toBe(`${'😀'.repeat(99)}…`);
  });
});
