import { sql } from 'kysely';
import { actingAs, asSystem, type Tx } from '../kernel/index.ts';
import { unseal } from '../vault/index.ts';
import type { HeldTable } from './held-tables.ts';

/** What JSON can say. */
type Json = string | number | boolean | null | Json[] | { [name: string]: Json };
export type HeldRow = Record<string, Json>;

/** Tables whose rows a person has no view of; they are read as the system, by the person's own id all the same. */
const READ_AS_SYSTEM = new Set(['session']);

/** The acting person's rows of a table, readable: what they wrote is opened with their key. */
export async function readHeldRows(tx: Tx, table: HeldTable, key: Buffer): Promise<HeldRow[]> {
  const { personId } = actingAs(tx.actor, 'person');
  const named = [...new Set([...table.row, ...table.columns])].map((column) => sql.ref(column));
  const select = sql<Record<string, unknown>>`SELECT ${sql.join(named)} FROM ${sql.table(table.name)}
    WHERE ${sql.ref(table.owner)} = ${personId}::uuid ORDER BY ${sql.join(table.row.map((column) => sql.ref(column)))}`;
  const { rows } = READ_AS_SYSTEM.has(table.name)
    ? await asSystem(tx, (db) => select.execute(db))
    : await select.execute(tx.db);
  return rows.map((row) =>
    Object.fromEntries(
      table.columns.map((column) => {
        const value = row[column];
        const place = {
          table: table.name,
          column,
          row: table.row.map((column) => String(row[column])).join('/'),
        };
        const isSealed = table.sealed.has(column) && Buffer.isBuffer(value);
        return [column, isSealed ? readText(unseal(key, place, value)) : toJson(value)];
      }),
    ),
  );
}

/** What a person wrote is a text, or several in JSON. */
function readText(bytes: Buffer): Json {
  const text = bytes.toString('utf8');
  try {
    return toJson(JSON.parse(text));
  } catch {
    return text;
  }
}

function toJson(value: unknown): Json {
  if (value === null || value === undefined) return null;
  if (value instanceof Date) return value.toISOString();
  if (Buffer.isBuffer(value)) return value.toString('base64');
  if (Array.isArray(value)) return value.map(toJson);
  if (typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, toJson(inner)]));
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  return readRange(String(value)) ?? String(value);
}

/** PostgreSQL's `["2026-12-01 03:00:00+00","2026-12-01 04:00:00+00")`. */
function readRange(text: string): Json | undefined {
  const [, from, to] = /^\["([^"]+)","([^"]+)"\)$/.exec(text) ?? [];
  if (from === undefined || to === undefined) return undefined;
  return { from: new Date(from).toISOString(), to: new Date(to).toISOString() };
}
