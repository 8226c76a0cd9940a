import { translator } from '@homeward/i18n';
import { expect, it } from 'vitest';
import { coverFaults, readCoverWish, readManners } from './cover-form.ts';

const ID = '01a20b11-1a80-7dc8-879b-8fa926645348';
const t = translator('en');

it('reads which days, whose and to whom, and leaves out what is no id', () => {
  const fields = new URLSearchParams({ first: '2026-12-01', last: '2026-12-02', whose: 'x', to: ID });
  expect(readCoverWish(fields)).toEqual({
    first: '2026-12-01',
    last: '2026-12-02',
    whose: undefined,
    to: ID,
  });
});

it('reads for each appointment whether its person is asked or told, and takes everything else for neither', () => {
  const form = new URLSearchParams({ [`do.${ID}`]: 'tell', 'do.x': 'ask', [ID]: 'ask' });
  expect(readManners(form)).toEqual([{ id: ID, manner: 'tell' }]);
  expect(readManners(new URLSearchParams({ [`do.${ID}`]: 'leave' }))).toEqual([]);
});

it('asks for a colleague, and for something to do', () => {
  const wish = { first: '', last: '', whose: undefined, to: undefined };
  expect(coverFaults(wish, [1], t)).toMatchObject([{ field: 'to' }]);
  expect(coverFaults({ ...wish, to: ID }, [], t)).toMatchObject([{ field: 'first' }]);
  expect(coverFaults({ ...wish, to: ID }, [1], t)).toEqual([]);
});
