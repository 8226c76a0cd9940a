import type { FigureTable } from '@homeward/contracts/figure';
import { formats, translator } from '@homeward/i18n';
import { expect, test } from 'vitest';
import { figureChart } from './figure-chart.ts';
import { figuresCsv } from './figures-csv.ts';

const table: FigureTable = {
  figure: 'held-counsellor',
  columns: ['=cmd|calc', '<b>Ayu</b>'],
  rows: [
    { since: '2026-09-01', values: [12, 'hidden'] },
    { since: '2026-10-01', values: [0, 'hidden'] },
  ],
};

test('a chart has a bar for what is shown and a mark for what is hidden, and nothing that our policy would not run', () => {
  const chart = figureChart(table, { period: (since) => since, column: (column) => column });
  expect(chart).toMatch(/^<svg /);
  expect(chart.match(/×/g)).toHaveLength(2);
  expect(chart).toContain('2026-09-01');
  expect(chart).not.toMatch(/<style|style=|<script|\son\w+=|<b>/i);
});

test('the file says what is hidden, and a name in it is never a formula', () => {
  const file = figuresCsv([table], translator('en'), formats('en'));
  const lines = file.split('\r\n');
  expect(lines).toHaveLength(6);
  expect(lines[1]).toMatch(/,"2026-09-01","'=cmd\|calc",12$/);
  expect(lines[2]).toMatch(/,"<b>Ayu<\/b>","fewer than 5, or not shown"$/);
});
