import type { Problems } from '../problem/problem.ts';
import { placeOf } from '../reading/origin.ts';
import { childOf, type HsdsRecord, isRecord, listOf, textOf } from './record.ts';
import { allRecords, spreadFlags } from './spread-flags.ts';

/** How whole a service is where it stands: on its own, inside its organisation, or inside a service_at_location. */
const WHOLE = { own: 2, organization: 1, location: 0 } as const;

interface Found {
  service: HsdsRecord;
  whole: number;
}

/**
 * The services in parsed HSDS JSON (3.0 and 3.1): full objects, pages (`contents`), arrays, organisations with their
 * services, services at locations. A directory gives every service several times; the wholest is taken once.
 */
export function gatherServices(
  files: { file: string; values: unknown[] }[],
  problems: Problems,
): HsdsRecord[] {
  const found = new Map<string, Found>();
  const nameless: HsdsRecord[] = [];
  const doubles: HsdsRecord[] = [];
  const strangers: HsdsRecord[] = [];
  const odd = new Set<string>();
  const organizations = new Map<string, HsdsRecord>();

  const add = (service: HsdsRecord, whole: number) => {
    const id = textOf(service, 'id');
    if (id === undefined) {
      nameless.push(service);
      return;
    }
    const before = found.get(id);
    if (before !== undefined && before.whole === whole && whole === WHOLE.own) doubles.push(service);
    else if (before === undefined || before.whole < whole) {
      if (before !== undefined) addPlaces(service, before.service);
      found.set(id, { service, whole });
    } else addPlaces(before.service, service);
  };
  const walk = (value: unknown, file: string): void => {
    if (Array.isArray(value)) for (const one of value) walk(one, file);
    else if (isRecord(value)) sort(value, file);
    else odd.add(file);
  };
  const sort = (value: HsdsRecord, file: string): void => {
    const contents = value.contents;
    switch (Array.isArray(contents) ? 'page' : shapeOf(value)) {
      case 'page':
        walk(contents, file);
        return;
      case 'organization':
        organizations.set(textOf(value, 'id') ?? '', value);
        for (const service of listOf(value, 'services'))
          add(withParent(service, 'organization', value), WHOLE.organization);
        return;
      case 'service_at_location': {
        const service = childOf(value, 'service');
        if (service !== undefined) add(withParent(service, 'service_at_locations', [value]), WHOLE.location);
        return;
      }
      case 'service':
        add(value, WHOLE.own);
        return;
      case 'other':
        return;
      case 'unknown':
        strangers.push(value);
    }
  };
  spreadFlags(
    files.flatMap(({ values }) => topRecords(values).flatMap((value) => allRecords(value, sortOf(value)))),
  );
  for (const { file, values } of files) walk(values, file);
  for (const file of odd) {
    problems.fault({
      code: 'not-a-listing',
      file,
      message: 'it holds something that is not an object',
      advice: 'Each entry must be an object.',
    });
  }
  tellStrangers(strangers, found.size + nameless.length, problems);

  for (const service of doubles) {
    const id = textOf(service, 'id') ?? '';
    problems.fault({
      code: 'duplicate-id',
      ...placeOf(service, 'id'),
      record: textOf(service, 'name') ?? id,
      message: `the id ${id} stands before, at ${whereIs(found.get(id)?.service)}`,
      advice: 'The first is taken; remove one.',
    });
  }
  const services = [...nameless, ...[...found.values()].map(({ service }) => service)];
  for (const service of services) resolveOrganization(service, organizations);
  return services;
}

/** Each object of an unknown shape; only the first when the files hold nothing else. */
function tellStrangers(strangers: HsdsRecord[], services: number, problems: Problems): void {
  const told = services === 0 ? strangers.slice(0, 1) : strangers;
  const more = strangers.length - told.length;
  for (const stranger of told) {
    problems.fault({
      code: 'not-a-listing',
      ...placeOf(stranger),
      record: textOf(stranger, 'name', 'id'),
      message: `it is neither a listing of ours nor an object of HSDS${more > 0 ? `, and nor are the ${more} others` : ''}`,
      advice: 'Give listings ({ kind, externalId, title, … }) or HSDS services.',
    });
  }
}

/** The objects of a file, those of a page taken out of it. */
function topRecords(values: unknown[]): HsdsRecord[] {
  return values
    .flat()
    .filter(isRecord)
    .flatMap((value) => (Array.isArray(value.contents) ? value.contents.filter(isRecord) : [value]));
}

function sortOf(value: HsdsRecord): string {
  return 'location_type' in value ? 'location' : shapeOf(value);
}

function whereIs(service: HsdsRecord | undefined): string {
  const { file, line, pointer } = placeOf(service ?? {});
  return `${file}${line === undefined ? '' : `:${line}`}${pointer ? `#${pointer}` : ''}`;
}

/** Members that tell one shape from another; `name` and `id` are in all of them. */
function shapeOf(
  value: HsdsRecord,
): 'service' | 'organization' | 'service_at_location' | 'other' | 'unknown' {
  const has = (...fields: string[]) => fields.some((field) => field in value);
  if (has('service') && has('location')) return 'service_at_location';
  if (
    has(
      'service_at_locations',
      'organization',
      'organization_id',
      'eligibility_description',
      'required_documents',
    ) &&
    !has('location_type')
  )
    return 'service';
  if (
    has(
      'location_type',
      'taxonomy',
      'taxonomy_id',
      'taxonomy_detail',
      'term_uri',
      'parent_id',
      'openapi_url',
      'service_id',
    )
  )
    return 'other';
  if (
    has(
      'services',
      'legal_status',
      'tax_status',
      'year_incorporated',
      'organization_identifiers',
      'parent_organization_id',
      'website',
    )
  )
    return 'organization';
  if (has('status') && has('name')) return 'service';
  return has('id') && has('name', 'version') ? 'other' : 'unknown';
}

function withParent(service: HsdsRecord, field: string, parent: unknown): HsdsRecord {
  if (service[field] === undefined) service[field] = parent;
  return service;
}

function addPlaces(to: HsdsRecord, from: HsdsRecord): void {
  const ids = new Set(listOf(to, 'service_at_locations').map((place) => textOf(place, 'id')));
  const more = listOf(from, 'service_at_locations').filter(
    (place) => childOf(place, 'location') && !ids.has(textOf(place, 'id')),
  );
  if (more.length > 0) to.service_at_locations = [...listOf(to, 'service_at_locations'), ...more];
  if (to.organization === undefined && from.organization !== undefined) to.organization = from.organization;
}

function resolveOrganization(service: HsdsRecord, organizations: Map<string, HsdsRecord>): void {
  const known = organizations.get(
    textOf(service, 'organization_id') ?? textOf(childOf(service, 'organization'), 'id') ?? '',
  );
  if (known !== undefined && childOf(service, 'organization') === undefined) service.organization = known;
}
