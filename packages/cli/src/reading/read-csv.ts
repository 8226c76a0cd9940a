import { CsvError, parse } from 'csv-parse/sync';
import type { Problems } from '../problem/problem.ts';
import { readText, type SourceFile } from './read-text.ts';

export interface CsvRow {
  /** The line on which the record begins, whatever line breaks its cells hold. */
  line: number;
  cells: Record<string, string>;
}

export interface CsvTable {
  file: string;
  columns: string[];
  rows: CsvRow[];
  /** How many rows did not fit, and were told. */
  misfits: number;
}

interface RawRecord {
  record: string[];
  info: { bytes: number };
}

/** A CSV with a header line. Rows that do not fit it are told and left out; the others come back. */
export function readCsv(source: SourceFile, problems: Problems, delimiter?: string): CsvTable | undefined {
  const bytes = readText(source, problems);
  if (bytes === undefined) return undefined;
  const file = source.name;
  const records = parseRecords(bytes, delimiter ?? guessDelimiter(bytes), file, problems);
  const [header, ...rest] = records;
  if (header === undefined) return undefined;

  const columns = header.cells.map((cell) => cell.trim());
  for (const column of new Set(
    columns.filter((name, index) => name !== '' && columns.indexOf(name) !== index),
  )) {
    problems.notice({
      code: 'left-out-value',
      file,
      line: header.line,
      field: column,
      message: 'two columns have this name, and the first is read',
      advice: 'Rename one.',
    });
  }
  const rows: CsvRow[] = [];
  let misfits = 0;
  for (const { line, cells } of rest) {
    if (cells.length === 1 && cells[0]?.trim() === '') continue;
    if (cells.every((cell) => cell.trim() === '')) continue;
    const misfit = misfitOf(cells, columns);
    if (misfit !== undefined) {
      misfits++;
      problems.fault({
        code: 'shifted-row',
        file,
        line,
        record: cells.find((cell) => cell !== ''),
        message: misfit,
        advice: 'Look for a comma or a line break in a text without quotes around it.',
      });
      continue;
    }
    rows.push({ line, cells: toCells(columns, cells) });
  }
  if (rest.length === 0) {
    problems.notice({
      code: 'empty-file',
      file,
      message: 'it has a header and no rows',
      advice: 'Check the export, if you expected rows.',
    });
  }
  return { file, columns: columns.filter((name) => name !== ''), rows, misfits };
}

function misfitOf(cells: string[], columns: string[]): string | undefined {
  if (cells.length !== columns.length)
    return `it has ${cells.length} cells and the header has ${columns.length}`;
  const nameless = columns.findIndex((name, index) => name === '' && cells[index]?.trim() !== '');
  return nameless === -1
    ? undefined
    : `its cell ${nameless + 1} stands under a column without a name, so its cells have moved`;
}

function toCells(columns: string[], cells: string[]): Record<string, string> {
  const row: Record<string, string> = Object.create(null);
  columns.forEach((name, index) => {
    if (name !== '' && !(name in row)) row[name] = cells[index] ?? '';
  });
  return row;
}

function parseRecords(bytes: Uint8Array, delimiter: string, file: string, problems: Problems) {
  const records: { line: number; cells: string[] }[] = [];
  let offset = 0;
  let line = 1;
  const advance = (to: number) => {
    for (; offset < to; offset++) {
      const isBreak = bytes[offset] === 0x0a || (bytes[offset] === 0x0d && bytes[offset + 1] !== 0x0a);
      if (isBreak) line++;
    }
  };
  try {
    parse(bytes, {
      delimiter,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      relax_quotes: true,
      info: true,
      on_record: (raw) => {
        const { record, info } = raw as unknown as RawRecord;
        records.push({ line, cells: record });
        advance(info.bytes);
        return null;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const message =
      error.code === 'CSV_QUOTE_NOT_CLOSED'
        ? 'a quote is opened in this record and never closed, so nothing after it could be read'
        : `the record can not be read (${error.code})`;
    problems.fault({
      code: 'broken-csv',
      file,
      line,
      message,
      advice: 'Double the quotes inside a quoted text, and close each one.',
    });
  }
  return records;
}

/** Comma, semicolon (Excel in much of the world) or tab: whichever the header has most of. */
function guessDelimiter(bytes: Uint8Array): string {
  const end = bytes.findIndex((byte) => byte === 0x0a || byte === 0x0d);
  const header = new TextDecoder()
    .decode(bytes.subarray(0, end === -1 ? bytes.length : end))
    .replace(/"[^"]*"/g, '');
  const counts = [',', ';', '\t'].map((delimiter) => ({ delimiter, count: header.split(delimiter).length }));
  return counts.reduce((best, one) => (one.count > best.count ? one : best)).delimiter;
}
