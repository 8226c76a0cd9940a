import type { PersonalData, RegisteredColumn } from '../../src/personal-data.ts';

/** A column of the migrated database. */
export interface SchemaColumn {
  schema: string;
  table: string;
  column: string;
  type: string;
}

const FILE = 'packages/db/personal-data.json';
const EXAMPLE = '{ "class": "…", "form": "…", "purpose": "…" }';

/** What is wrong between the register and the schema, a sentence a fault. None: every column is answered for. */
export function findFaults(register: PersonalData, schema: readonly SchemaColumn[]): string[] {
  const ours = schema.filter((one) => !Object.hasOwn(register.otherSchemas, one.schema));
  const found = new Map(ours.map((one) => [`${one.schema}.${one.table}.${one.column}`, one]));
  const tables = new Set(ours.map((one) => `${one.schema}.${one.table}`));
  const missing = [...found.entries()].flatMap(([place, { schema, table, column }]) => {
    if (Object.hasOwn(register.tables[`${schema}.${table}`]?.columns ?? {}, column)) return [];
    return [`${place} is not in ${FILE}: add "${column}": ${EXAMPLE} there, then npm run personal-data`];
  });
  const registered = Object.entries(register.tables).flatMap(([table, { retention, columns }]) => {
    if (!tables.has(table)) return [`${table} is in ${FILE}, and no table has that name`];
    return [
      ...faultOfRule(register, table, retention),
      ...Object.entries(columns).flatMap(([column, line]) => {
        const place = `${table}.${column}`;
        const real = found.get(place);
        if (real === undefined) return [`${place} is in ${FILE}, and no column has that name`];
        return [...faultsOfLine(register, place, line), ...faultsOfColumn(place, line, real)];
      }),
    ];
  });
  return [...missing, ...registered];
}

function faultsOfLine(register: PersonalData, place: string, line: RegisteredColumn): string[] {
  const faults: string[] = [];
  if (!Object.hasOwn(register.classes, line.class)) faults.push(`${place} has no class "${line.class}"`);
  if (!Object.hasOwn(register.forms, line.form)) faults.push(`${place} has no form "${line.form}"`);
  if (!line.purpose?.trim()) faults.push(`${place} does not say its purpose`);
  if (line.retention !== undefined) faults.push(...faultOfRule(register, place, line.retention));
  if (line.form === 'plain' && line.class === 'secret')
    faults.push(`${place} is secret and plain: seal or hash it`);
  if (line.form === 'plain' && line.class === 'personal' && !line.reason?.trim())
    faults.push(`${place} is personal and plain: seal it, or say in "reason" why it has to be read`);
  return faults;
}

const faultOfRule = (register: PersonalData, place: string, rule: string): string[] =>
  Object.hasOwn(register.retention, rule) ? [] : [`${place} has no retention rule "${rule}"`];

function faultsOfColumn(
  place: string,
  { class: kind, form }: RegisteredColumn,
  real: SchemaColumn,
): string[] {
  if (FORBIDDEN_TYPES.has(real.type)) return [`${place} has the type ${real.type}: we keep none of that`];
  if (TELLS_OF_DEVICE.test(real.column))
    return [`${place} looks like an address or a browser: we keep none, of anybody`];
  if (TELLS_OF_PLACE.test(real.column) && kind !== 'organisation')
    return [`${place} looks like where somebody is: we keep that of organisations only`];
  if (form === 'sealed' && real.type !== 'bytea')
    return [`${place} is said to be sealed, and is ${real.type}`];
  return [];
}

const FORBIDDEN_TYPES = new Set(['inet', 'cidr', 'macaddr', 'macaddr8', 'point', 'geometry', 'geography']);
const words = (...list: string[]) => new RegExp(`(?:^|_)(?:${list.join('|')})(?:_|$)`, 'i');
const TELLS_OF_DEVICE = words(
  ...['ip', 'ips', 'ipv[46]', 'inet', 'host', 'hostname', 'remote', 'peer', 'ua', 'user_?agent', 'agent'],
  ...[
    'browser',
    'os',
    'platform',
    'fingerprint',
    'device_(?:id|name|model)',
    'imei',
    'referr?er',
    'isp',
    'asn',
  ],
);
const TELLS_OF_PLACE = words(
  ...['geo\\w*', 'lat', 'latitude', 'lng', 'lon', 'longitude', 'location', 'country', 'region', 'province'],
  ...[
    'district',
    'city',
    'town',
    'village',
    'area',
    'place',
    'origin',
    'nationality',
    'birthplace',
    'address',
  ],
);
