import { privateFlagOf } from '../tidy/private-flag.ts';
import { type HsdsRecord, isRecord, textOf } from './record.ts';

/** A record with what it is (`service`, `location`, …), since ids may be unique for one sort only. */
export interface Sorted {
  sort: string;
  record: HsdsRecord;
}

/**
 * A directory gives the same record several times, and a private flag may stand on one copy only, perhaps on the one
 * that is not taken. Every copy gets it.
 */
export function spreadFlags(records: Sorted[]): void {
  const flags = new Map<string, { flag: string; value: unknown }>();
  for (const { sort, record } of records) {
    const flag = privateFlagOf(record);
    const id = textOf(record, 'id');
    if (flag !== undefined && id !== undefined) flags.set(`${sort} ${id}`, { flag, value: record[flag] });
  }
  if (flags.size === 0) return;
  for (const { sort, record } of records) {
    const found = flags.get(`${sort} ${textOf(record, 'id')}`);
    if (found !== undefined && privateFlagOf(record) === undefined) record[found.flag] = found.value;
  }
}

/** All records in a parsed value, whatever they are nested in. */
export function allRecords(value: unknown, sort: string): Sorted[] {
  if (Array.isArray(value)) return value.flatMap((one) => allRecords(one, sort));
  if (!isRecord(value)) return [];
  const inner = Object.entries(value).flatMap(([name, child]) => allRecords(child, name.replace(/s$/, '')));
  return [{ sort, record: value }, ...inner];
}
