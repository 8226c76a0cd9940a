import register from '../personal-data.json' with { type: 'json' };

/** What a column may hold: `none` tells of nobody, `pseudonym` only beside other rows, `organisation` is made to be shown. */
type DataClass = 'none' | 'pseudonym' | 'personal' | 'secret' | 'organisation';
type DataForm = 'plain' | 'sealed' | 'keyed-hash' | 'hash';

export interface RegisteredColumn {
  class: DataClass;
  form: DataForm;
  purpose: string;
  /** Why what is personal stands there in plain form. */
  reason?: string;
  /** A rule of `retention`, where the column's is not the table's. */
  retention?: string;
  /** Where the column's is not the table's. */
  seenBy?: string;
}

export interface RegisteredTable {
  purpose: string;
  retention: string;
  seenBy: string;
  columns: Record<string, RegisteredColumn>;
}

export interface PersonalData {
  classes: Record<DataClass, string>;
  forms: Record<DataForm, string>;
  /** `after`: an ISO 8601 duration, for what the job of forgetting removes when a date is past. Without it, a deed removes it. */
  retention: Record<string, { after?: string; says: string }>;
  /** Schemas that a library of ours makes, and what stands in them. */
  otherSchemas: Record<string, string>;
  /** By `schema.table`; the tables of the key store by `keys.table`. */
  tables: Record<string, RegisteredTable>;
}

/** The register of everything that both databases hold. `npm test` compares it with the migrated schema; docs/personal-data.md shows it. */
export const personalData = register as PersonalData; // its words are checked by packages/db/src/personal-data.test.ts
