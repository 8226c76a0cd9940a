import { type Client, types } from 'pg';
import { openFinder } from './open-finder.ts';

const BYTEA = 17;

/** Values as PostgreSQL writes them, but bytes as bytes: whatever a table holds is searched as it lies there. */
const asStored = {
  getTypeParser: (type: number) => (type === BYTEA ? types.getTypeParser(BYTEA) : (text: string) => text),
};

/**
 * Dumps every table of every schema of a database and looks for these texts in every encoding.
 * Answers one line for each column that holds one: `public.person.note holds …`.
 */
export async function searchDatabase(owner: Client, texts: readonly string[]): Promise<string[]> {
  const finder = openFinder(texts);
  const { rows: tables } = await owner.query<{ schema: string; name: string }>(`
    SELECT n.nspname AS schema, c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE c.relkind IN ('r', 'm') AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast')`);
  const found = new Set<string>();
  for (const { schema, name } of tables) {
    const table = `${owner.escapeIdentifier(schema)}.${owner.escapeIdentifier(name)}`;
    const { fields, rows } = await owner.query<unknown[]>({
      text: `SELECT * FROM ${table}`,
      rowMode: 'array',
      types: asStored,
    });
    for (const [index, field] of fields.entries()) {
      for (const form of finder.find(columnBytes(rows.map((row) => row[index]))))
        found.add(`${schema}.${name}.${field.name} holds ${form}`);
    }
  }
  return [...found];
}

const columnBytes = (values: unknown[]): Buffer =>
  Buffer.concat(
    values.flatMap((value) => {
      if (value === null) return [];
      return [Buffer.isBuffer(value) ? value : Buffer.from(String(value)), Buffer.from('\n')];
    }),
  );
