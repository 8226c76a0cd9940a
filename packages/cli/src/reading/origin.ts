import type { Place } from '../problem/problem.ts';

/** Where a record was read, and what its fields are called there. */
export interface Origin {
  file: string;
  line?: number | undefined;
  pointer?: string | undefined;
  /** Our name of a field -> the column. Without it the names are the file's own. */
  columns?: Record<string, string> | undefined;
}

// beside the records, not in them: a record is exactly what its file says
const origins = new WeakMap<object, Origin>();

export function setOrigin<T extends object>(record: T, origin: Origin): T {
  origins.set(record, origin);
  return record;
}

/** The place of a record's field; for a record that no file holds, of nothing. */
export function placeOf(record: object, field?: string): Place {
  const origin = origins.get(record);
  if (origin === undefined) return { file: '', field };
  const { file, line, pointer, columns } = origin;
  return { file, line, pointer, field: field === undefined ? undefined : (columns?.[field] ?? field) };
}

/** Gives every object below a parsed JSON value its pointer. */
export function setPointers(value: unknown, file: string, pointer: string, line?: number): void {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) setOrigin(value, { file, pointer, line });
  for (const [name, inner] of Object.entries(value))
    setPointers(inner, file, `${pointer}/${escapePointer(name)}`, line);
}

function escapePointer(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}
