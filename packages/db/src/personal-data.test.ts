import { Client, type ClientConfig } from 'pg';
import { expect, inject, it } from 'vitest';
import { findFaults, type SchemaColumn } from '../testing/personal-data/find-faults.ts';
import { readRendered, renderPersonalData } from '../testing/personal-data/render.ts';
import { type PersonalData, personalData, type RegisteredColumn } from './personal-data.ts';

/** Every column of both databases. The key store's schema is called `keys` here. */
async function readSchema(): Promise<SchemaColumn[]> {
  const { owner, keysOwner } = inject('postgres');
  const keys = await readColumns(keysOwner);
  return [
    ...(await readColumns(owner)),
    ...keys.map((one) => ({ ...one, schema: one.schema === 'public' ? 'keys' : `keys.${one.schema}` })),
  ];
}

/** Every column of every table, of every schema that is not PostgreSQL's own. */
async function readColumns(login: ClientConfig): Promise<SchemaColumn[]> {
  const client = new Client(login);
  await client.connect();
  try {
    const { rows } = await client.query<SchemaColumn>(
      `SELECT n.nspname AS schema, c.relname AS table, a.attname AS column, t.typname AS type
       FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
         JOIN pg_type t ON t.oid = a.atttypid
       WHERE c.relkind IN ('r', 'p', 'm', 'f') AND a.attnum > 0 AND NOT a.attisdropped
         AND n.nspname <> 'information_schema' AND n.nspname NOT LIKE 'pg\\_%' ORDER BY 1, 2, a.attnum`,
    );
    return rows;
  } finally {
    await client.end();
  }
}

it('answers for every column of the database, and for none that is gone', async () => {
  const schema = await readSchema();
  expect(schema.length).toBeGreaterThan(150);
  expect(findFaults(personalData, schema)).toEqual([]);
});

it('is what docs/personal-data.md shows (after a change: npm run personal-data)', async () => {
  expect(await readRendered()).toBe(renderPersonalData(personalData));
});

it('names no retention rule that nothing follows', () => {
  const followed = Object.values(personalData.tables).flatMap(({ retention, columns }) => [
    retention,
    ...Object.values(columns).map((column) => column.retention),
  ]);
  expect(Object.keys(personalData.retention).filter((rule) => !followed.includes(rule))).toEqual([]);
});

/** A register of one table with this column, and the fault that is found in it. */
function faultsOf(column: string, line: Partial<RegisteredColumn>, type = 'text'): string[] {
  const register: PersonalData = {
    ...personalData,
    tables: {
      'public.thing': {
        purpose: 'a test',
        retention: 'software',
        seenBy: 'nobody',
        columns: { [column]: { class: 'none', form: 'plain', purpose: 'a test', ...line } },
      },
    },
  };
  return findFaults(register, [{ schema: 'public', table: 'thing', column, type }]);
}

it('names a column that it does not have, a table that it does not have, and a line without a column', () => {
  const register = { ...personalData, tables: {} };
  const column = { schema: 'public', table: 'thing', column: 'name', type: 'text' };
  expect(findFaults(register, [column])).toEqual([
    expect.stringContaining('public.thing.name is not in packages/db/personal-data.json'),
  ]);
  expect(findFaults(register, [{ ...column, schema: 'other' }])).toEqual([
    expect.stringContaining('other.thing.name is not in'),
  ]);
  const gone = findFaults(personalData, []);
  expect(gone).toContain('public.person is in packages/db/personal-data.json, and no table has that name');
  expect(faultsOf('name', {})).toEqual([]);
});

it.each<[line: Partial<RegisteredColumn>, fault: string]>([
  [{ class: 'personal' }, 'say in "reason" why'],
  [{ class: 'personal', reason: ' ' }, 'say in "reason" why'],
  [{ class: 'secret', reason: 'because' }, 'seal or hash it'],
  [{ class: 'personal', form: 'sealed' }, 'said to be sealed, and is text'],
  [{ purpose: '' }, 'does not say its purpose'],
  [{ retention: 'for-ever' }, 'no retention rule "for-ever"'],
])('refuses the line %j', (line, fault) => {
  expect(faultsOf('name', line)).toEqual([expect.stringContaining(fault)]);
});

it.each([
  'ip',
  'last_ip',
  'ip_address',
  'user_agent',
  'useragent',
  'browser',
  'device_name',
  'referrer',
  'latitude',
  'geo_point',
  'geohash',
  'country',
  'city_of_birth',
  'home_address',
  'nationality',
])('refuses a column called %s', (column) => {
  expect(faultsOf(column, { class: 'pseudonym' })).toHaveLength(1);
});

it('refuses addresses and points by their type, whatever they are called', () => {
  for (const type of ['inet', 'cidr', 'point']) expect(faultsOf('value', {}, type)).toHaveLength(1);
});

it('takes the town of an organisation, and words that only sound alike', () => {
  expect(faultsOf('area', { class: 'organisation' })).toEqual([]);
  for (const column of ['recipient_id', 'zip', 'script', 'ship_at', 'cost', 'latest_at', 'device'])
    expect(faultsOf(column, {}), column).toEqual([]);
});
