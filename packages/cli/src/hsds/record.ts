/** An HSDS object as a file has it: nothing about its members is taken for granted. */
export type HsdsRecord = Record<string, unknown>;

export function isRecord(value: unknown): value is HsdsRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A member as text; numbers become text, anything else and the empty text undefined. */
export function textOf(record: HsdsRecord | undefined, ...fields: string[]): string | undefined {
  for (const field of fields) {
    const value = record?.[field];
    const text = typeof value === 'number' ? String(value) : value;
    if (typeof text === 'string' && text.trim() !== '') return text;
  }
  return undefined;
}

/** A member as a list of objects. */
export function listOf(record: HsdsRecord | undefined, field: string): HsdsRecord[] {
  const value = record?.[field];
  return Array.isArray(value) ? value.filter(isRecord) : [];
}

export function childOf(record: HsdsRecord | undefined, field: string): HsdsRecord | undefined {
  const value = record?.[field];
  return isRecord(value) ? value : undefined;
}

/** The first of the fields that has a text. */
export function fieldOf(record: HsdsRecord, ...fields: string[]): string | undefined {
  return fields.find((field) => textOf(record, field) !== undefined);
}
