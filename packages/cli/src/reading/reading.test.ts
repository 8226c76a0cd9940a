import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { inFolder } from '../../testing/in-folder.ts';
import { Problems } from '../problem/problem.ts';
import { readCsv } from './read-csv.ts';
import { readJson } from './read-json.ts';

function csv(content: string | Uint8Array) {
  using folder = inFolder({ 'a.csv': content });
  const problems = new Problems();
  const table = readCsv({ path: folder.path('a.csv'), name: 'a.csv' }, problems);
  return {
    rows: table?.rows.map(({ line, cells }) => [line, ...Object.values(cells)]),
    problems: problems.all,
  };
}

function json(content: string | Uint8Array, name = 'a.json') {
  using folder = inFolder({ [name]: content });
  const problems = new Problems();
  return { values: readJson({ path: folder.path(name), name }, problems), problems: problems.all };
}

describe('a CSV', () => {
  test('gives each record the line on which it begins, across cells with line breaks and empty lines', () => {
    const { rows, problems } = csv('a,b\n1,"x\ny\r\nz"\n\n2,"é\n\n"\r\n3,w\n');

    expect(problems).toEqual([]);
    expect(rows).toEqual([
      [2, '1', 'x\ny\r\nz'],
      [6, '2', 'é\n\n'],
      [9, '3', 'w'],
    ]);
  });

  test.each([
    ['a byte order mark', '\ufeffa,b\n1,2\n', ['1', '2']],
    ['semicolons', 'a;b\n1,5;2\n', ['1,5', '2']],
    ['tabs', 'a\tb\n1\t2\n', ['1', '2']],
    ['old Mac line ends', 'a,b\r1,2\r', ['1', '2']],
    ['quotes in the middle of a cell', 'a,b\n5" nail,2\n', ['5" nail', '2']],
  ])('with %s is read', (_, content, cells) => {
    const { rows, problems } = csv(content);

    expect(rows?.map(([, ...row]) => row)).toEqual([cells]);
    expect(problems).toEqual([]);
  });

  test('leaves out and tells a row with other cells than the header, and one with a cell under no name', () => {
    const { rows, problems } = csv('a,b,\n1,2,\n1,2,3,4\n1,2,3\n5,6,\n');

    expect(rows?.map(([line]) => line)).toEqual([2, 5]);
    expect(problems).toMatchObject([
      { severity: 'fault', code: 'shifted-row', line: 3, message: 'it has 4 cells and the header has 3' },
      { severity: 'fault', code: 'shifted-row', line: 4 },
    ]);
  });

  test('with a quote that is never closed keeps the rows before it, and tells where it was opened', () => {
    const { rows, problems } = csv('a,b\n1,2\n3,"x\n4,5\n6,7\n');

    expect(rows).toEqual([[2, '1', '2']]);
    expect(problems).toMatchObject([{ code: 'broken-csv', line: 3 }]);
  });
});

describe('a file that is not what it claims', () => {
  const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  test.each<[string, string | Uint8Array, object]>([
    ['a PNG', png, { code: 'unreadable-file', message: 'it is a PNG picture, not text' }],
    [
      'a workbook',
      'PK\x03\x04xl/',
      { code: 'unreadable-file', advice: expect.stringContaining('CSV UTF-8') },
    ],
    ['gzip', gzipSync('a,b'), { code: 'unreadable-file' }],
    [
      'UTF-16 with a mark',
      Buffer.from('\ufeffa,b\n1,2', 'utf16le'),
      { code: 'wrong-encoding', message: 'it is UTF-16' },
    ],
    ['UTF-16 without one', Buffer.from('a,b\n1,2', 'utf16le'), { code: 'wrong-encoding' }],
    ['Latin-1', Buffer.from('a,b\n1,2\nGarc\xeda,3', 'latin1'), { code: 'wrong-encoding', line: 3 }],
    ['a file with a NUL byte', `a,b\n${'1,2\n'.repeat(9)}\0,3`, { code: 'unreadable-file', line: 11 }],
    ['an empty file', '', { code: 'empty-file' }],
    ['a file of spaces', '\ufeff \r\n\t', { code: 'empty-file' }],
  ])('%s named .csv is told in one line, and nothing of it is read', (_, content, expected) => {
    const { rows, problems } = csv(content);

    expect(rows).toBeUndefined();
    expect(problems).toMatchObject([{ severity: 'fault', file: 'a.csv', ...expected }]);
  });

  test('a file that is not there is told as that', () => {
    const problems = new Problems();

    expect(readCsv({ path: '/nowhere/a.csv', name: 'a.csv' }, problems)).toBeUndefined();
    expect(problems.all).toMatchObject([{ code: 'missing-file', file: 'a.csv' }]);
  });
});

describe('JSON', () => {
  test('that is cut off is told as cut off, at its last line', () => {
    for (const cut of ['[\n{"a": 1},\n{"a"', '[\n{"a": 1},\n{"a": "b', '[\n\n{"a": 1}']) {
      expect(json(cut).problems).toMatchObject([
        { code: 'broken-json', line: 3, message: expect.stringContaining('cut off') },
      ]);
    }
  });

  test('with a fault in it is told at its line', () => {
    expect(json('[\n{"a": 1,}\n]').problems).toMatchObject([{ code: 'broken-json', line: 2 }]);
    expect(json('hello').problems).toMatchObject([{ code: 'broken-json' }]);
  });

  test('with one object a line is read as such, whatever its name, and a broken line does not stop the others', () => {
    expect(json('{"a":1}\n{"a":2}\n').values).toEqual([{ a: 1 }, { a: 2 }]);

    const { values, problems } = json('{"a":1}\n{"a":\n{"a":3}\n', 'a.ndjson');
    expect(values).toEqual([{ a: 1 }, { a: 3 }]);
    expect(problems).toMatchObject([{ code: 'broken-json', line: 2 }]);
  });
});
