import type { Problems } from '../problem/problem.ts';
import { placeOf, setOrigin } from '../reading/origin.ts';
import type { Tables } from './read-tables.ts';
import { type HsdsRecord, textOf } from './record.ts';

/** Rows that point at each other -> services as HSDS's JSON nests them. References to nothing are told. */
export function joinTables(tables: Tables, problems: Problems): HsdsRecord[] {
  const rows = (table: string) => tables.rows.get(table) ?? [];
  const organizations = byId(rows('organization'));
  const locations = byId(rows('location'));
  const terms = byId(rows('taxonomy_term'));
  const of = (table: string, field: string) => Map.groupBy(rows(table), (row) => textOf(row, field) ?? '');
  const addresses = of('address', 'location_id');
  const postal = of('postal_address', 'location_id');
  const phones = {
    service: of('phone', 'service_id'),
    location: of('phone', 'location_id'),
    organization: of('phone', 'organization_id'),
  };
  const languages = { service: of('language', 'service_id'), location: of('language', 'location_id') };
  const lists = ['cost_option', 'required_document', 'service_area'].map(
    (table) => [table, of(table, 'service_id')] as const,
  );
  const attributes = of('attribute', 'link_id');
  const olderAttributes = of('attribute', 'service_id');

  for (const [id, location] of locations) {
    location.addresses = [
      ...(addresses.get(id) ?? []),
      ...(postal.get(id) ?? []).map((row) => withType(row, 'postal')),
    ];
    addList(location, 'phones', phones.location.get(id));
    addList(location, 'languages', languages.location.get(id));
    tellIfDangling(location, 'organization_id', organizations, 'organizations', problems, 'notice');
  }
  for (const [id, organization] of organizations)
    addList(organization, 'phones', phones.organization.get(id));

  const services = rows('service');
  const known = byId(services);
  const places = new Map<string, HsdsRecord[]>();
  for (const row of rows('service_at_location')) {
    const serviceId = textOf(row, 'service_id') ?? '';
    const isWhole =
      tellIfDangling(row, 'service_id', known, 'services', problems, 'fault') &&
      tellIfDangling(row, 'location_id', locations, 'locations', problems, 'fault');
    if (isWhole) places.set(serviceId, [...(places.get(serviceId) ?? []), withLocation(row, locations)]);
  }
  for (const service of services) {
    const id = textOf(service, 'id') ?? '';
    const own = textOf(service, 'location_id') === undefined ? [] : [withLocation(service, locations)];
    const at = [...(places.get(id) ?? []), ...own];
    const owner =
      textOf(service, 'organization_id') ??
      at.map((place) => textOf(place.location as HsdsRecord, 'organization_id'))[0];
    service.service_at_locations = at;
    service.organization = organizations.get(owner ?? '');
    addList(service, 'phones', phones.service.get(id));
    addList(service, 'languages', languages.service.get(id));
    for (const [table, rowsOf] of lists) addList(service, `${table}s`, rowsOf.get(id));
    addList(
      service,
      'attributes',
      [...(attributes.get(id) ?? []), ...(olderAttributes.get(id) ?? [])].map((row) => withTerm(row, terms)),
    );
    if (organizations.size > 0) shareOrganizationPhone(service, locations);
  }
  return services;
}

function byId(rows: HsdsRecord[]): Map<string, HsdsRecord> {
  return new Map(rows.map((row) => [textOf(row, 'id') ?? '', row]));
}

/** An absent table says nothing; only a table with rows says "these". */
function addList(record: HsdsRecord, field: string, rows: HsdsRecord[] | undefined): void {
  if (rows !== undefined && rows.length > 0) record[field] = rows;
}

function withType(row: HsdsRecord, type: string): HsdsRecord {
  if (textOf(row, 'address_type') === undefined) row.address_type = type;
  return row;
}

function withLocation(row: HsdsRecord, locations: Map<string, HsdsRecord>): HsdsRecord {
  const place = placeOf(row);
  return setOrigin({ location: locations.get(textOf(row, 'location_id') ?? ''), ...flagsOf(row) }, place);
}

/** What a row of service_at_location says about itself, private flags included. */
function flagsOf({ id: _, service_id: _s, location_id: _l, ...rest }: HsdsRecord): HsdsRecord {
  return Object.fromEntries(Object.entries(rest).filter(([, value]) => typeof value === 'string'));
}

function withTerm(row: HsdsRecord, terms: Map<string, HsdsRecord>): HsdsRecord {
  return { ...row, taxonomy_term: terms.get(textOf(row, 'taxonomy_term_id') ?? '') };
}

/** The one number of an organisation whose locations all have the same; with several, nobody can say which is meant. */
function shareOrganizationPhone(service: HsdsRecord, locations: Map<string, HsdsRecord>): void {
  const organization = service.organization as HsdsRecord | undefined;
  const id = textOf(organization, 'id');
  if (
    organization === undefined ||
    id === undefined ||
    textOf(organization, 'phones') !== undefined ||
    organization.phones !== undefined
  )
    return;
  const own = [...locations.values()].filter((location) => textOf(location, 'organization_id') === id);
  const numbers = new Set(
    own.map((location) => textOf(location, 'phones')).filter((number) => number !== undefined),
  );
  const [only] = numbers;
  if (only !== undefined && numbers.size === 1) organization.phones = only;
}

function tellIfDangling(
  row: HsdsRecord,
  field: string,
  known: Map<string, HsdsRecord>,
  table: string,
  problems: Problems,
  severity: 'fault' | 'notice',
): boolean {
  const id = textOf(row, field);
  if (id === undefined || known.has(id) || known.size === 0) return known.size > 0 && id !== undefined;
  problems[severity]({
    code: 'dangling-reference',
    ...placeOf(row, field),
    record: textOf(row, 'name', 'id'),
    message: `${id} is not in ${table}.csv`,
    advice: 'Add it there, or correct the id.',
  });
  return false;
}
