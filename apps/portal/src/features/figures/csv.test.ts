import { expect, test } from 'vitest';
import { csvFile, csvText } from './csv.ts';

test.each([
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  '|calc',
  '\t=1',
  '\r=1',
  '\n=1',
  '\0=1',
  '\uFEFF=1',
  '\u200B=1',
  '  =1',
  '＝1',
  '＋1',
  '－1',
  '＠A',
  '｜x',
  '\u00A0=1',
  '\ttext',
  '\rtext',
  '\uFEFFtext',
])('a cell that a spreadsheet could run is shown as text: %j', (text) => {
  expect(csvText(text)).toMatch(/^"'/);
  expect(csvText(text)).not.toContain('\0');
});

test('quotes, commas and lines stay inside their cell, and other text as it is', () => {
  expect(csvText('a "b", c\nd')).toBe('"a ""b"", c\nd"');
  expect(csvText('ไทย 1-2')).toBe('"ไทย 1-2"');
  expect(
    csvFile([
      ['a', 5],
      ['=b', 0],
    ]),
  ).toBe('"a",5\r\n"\'=b",0\r\n');
});
