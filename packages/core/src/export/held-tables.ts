import { type PersonalData, personalData } from '@homeward/db';

/** A table with rows of persons, and what leaves of them. */
export interface HeldTable {
  name: string;
  purpose: string;
  /** The column that names the person. */
  owner: string;
  /** The columns that name the row in what is sealed, joined by "/". */
  row: readonly string[];
  columns: readonly string[];
  sealed: ReadonlySet<string>;
}

/** Tables whose rows are named by more than an id. */
const NAMED_BY: Record<string, readonly string[]> = { person_fact: ['person_id', 'fact'] };

/** What is kept back although it is personal, with the reason. Secrets never leave: they open something. */
const KEPT_BACK: Record<string, string> = {
  'passkey.public_key': 'a number that the phone made, under a key of the server: nobody’s words',
};

/**
 * Every table of the register that holds rows of persons, with every column but what tells of nobody and what is secret.
 * Made from the register, so that what is new is in it by itself.
 */
export function heldTables(register: PersonalData = personalData): HeldTable[] {
  return Object.entries(register.tables).flatMap(([place, { purpose, columns }]) => {
    const [schema, name = ''] = place.split('.');
    const owner = name === 'person' ? 'id' : 'person_id';
    if (schema !== 'public' || !Object.hasOwn(columns, owner)) return [];
    const leaving = Object.entries(columns).filter(
      ([column, line]) =>
        !['none', 'secret'].includes(line.class) && !Object.hasOwn(KEPT_BACK, `${name}.${column}`),
    );
    const sealed = leaving.filter(([, line]) => line.form === 'sealed').map(([column]) => column);
    return [
      {
        name,
        purpose,
        owner,
        row: NAMED_BY[name] ?? [Object.hasOwn(columns, 'id') ? 'id' : owner],
        columns: leaving.map(([column]) => column),
        sealed: new Set(sealed),
      },
    ];
  });
}
