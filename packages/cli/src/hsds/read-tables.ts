import type { Problems } from '../problem/problem.ts';
import { placeOf, setOrigin } from '../reading/origin.ts';
import { type CsvTable, readCsv } from '../reading/read-csv.ts';
import type { SourceFile } from '../reading/read-text.ts';
import { type HsdsRecord, textOf } from './record.ts';
import { spreadFlags } from './spread-flags.ts';
import { fieldOfColumn, tableOf } from './table-names.ts';

export interface Tables {
  rows: Map<string, HsdsRecord[]>;
  /** Services whose row did not fit its header, and was told. */
  misfits: number;
}

/** The tables of a folder by HSDS's names, with HSDS's fields. Empty cells are absent. */
export function readTables(files: SourceFile[], problems: Problems): Tables {
  const tables: Tables = { rows: new Map(), misfits: 0 };
  for (const source of files) {
    const table = tableOf(source.name.split('/').at(-1) ?? '');
    const csv = table === undefined ? undefined : readCsv(source, problems);
    if (table === undefined || csv === undefined) continue;
    if (table === 'service') tables.misfits += csv.misfits;
    const fields = csv.columns.map((column) => [column, fieldOfColumn(table, column, csv.columns)] as const);
    if (!hasNeeded(table, csv, fields, problems)) continue;
    const columns = Object.fromEntries(fields.map(([column, field]) => [field, column]));
    const records = csv.rows.map(({ line, cells }) => {
      const record: HsdsRecord = {};
      for (const [column, field] of fields) if (cells[column]?.trim()) record[field] = cells[column].trim();
      return setOrigin(record, { file: csv.file, line, columns });
    });
    spreadFlags(records.map((record) => ({ sort: table, record })));
    tables.rows.set(table, [...(tables.rows.get(table) ?? []), ...withoutDoubles(records, table, problems)]);
  }
  return tables;
}

/** Services without a column for their id or name are another kind of export: told once, not row by row. */
function hasNeeded(
  table: string,
  csv: CsvTable,
  fields: (readonly [string, string])[],
  problems: Problems,
): boolean {
  if (table !== 'service') return true;
  const missing = ['id', 'name'].filter((needed) => !fields.some(([, field]) => field === needed));
  for (const field of missing) {
    problems.fault({
      code: 'not-a-listing',
      file: csv.file,
      line: 1,
      message: `it has no column ${field}, service_${field}${field === 'id' ? ' or service_uuid' : ''}, so it is no HSDS table`,
      advice: 'Give this file alone, with --map MAPPING.json.',
    });
  }
  return missing.length === 0;
}

function withoutDoubles(records: HsdsRecord[], table: string, problems: Problems): HsdsRecord[] {
  const first = new Map<string, number>();
  return records.filter((record, index) => {
    const id = textOf(record, 'id');
    if (id === undefined) return true;
    const before = first.get(id);
    first.set(id, before ?? index);
    if (before === undefined) return true;
    // a service that stands twice is told where its listing is made
    if (table === 'service') return true;
    problems.notice({
      code: 'duplicate-id',
      ...placeOf(record, 'id'),
      record: textOf(record, 'name') ?? id,
      message: `its id ${id} stands in this file before`,
      advice: 'The first is taken; remove one.',
    });
    return false;
  });
}
