import type { Papers } from '@homeward/contracts/listing';
import { formats, translator } from '@homeward/i18n';
import { expect, test } from 'vitest';
import { costWords, filterNames, listTitle, papersWords } from './listing-words.ts';

const t = translator('en');
const en = formats('en');

test('free, paid and not said are three things, and so are papers', () => {
  const costs = [
    { kind: 'free' },
    { kind: 'paid' },
    { kind: 'paid', amount: 100, currency: 'THB' },
    { kind: 'unknown' },
  ] as const;
  expect(costs.map((cost) => costWords(cost, t, en))).toEqual([
    'Free',
    'Costs money',
    'Costs THB\u00a0100',
    'Cost not said',
  ]);
  const papers: Papers[] = [{ kind: 'none' }, { kind: 'listed', documents: ['ID'] }, { kind: 'unknown' }];
  expect(new Set(papers.map((paper) => papersWords(paper, t))).size).toBe(3);
});

test('a list is named by its topic, else by its kind', () => {
  expect(listTitle({ topic: 'housing', kind: 'service' }, t)).toBe('A safe place');
  expect(listTitle({ kind: 'job' }, t)).toBe('Jobs');
  expect(listTitle({}, t)).toBe('Find help');
});

test('every chosen filter has a name, in the words of the reader', () => {
  const filters = { kind: 'job', country: 'TH', language: 'my', free: true, words: 'bread' } as const;
  expect(filterNames(filters, t, en).map(({ label }) => label)).toEqual([
    '“bread”',
    'Jobs',
    'Thailand',
    'Burmese',
    'Free',
  ]);
});
