import type { Delivery, ListingLocation, PostalAddress } from '@homeward/sdk';
import type { Place, Problems } from '../problem/problem.ts';
import { placeOf } from '../reading/origin.ts';
import { countryCode } from '../tidy/country.ts';
import { whyHidden } from '../tidy/hidden-place.ts';
import { plainLine } from '../tidy/plain-text.ts';
import { privateFlagOf } from '../tidy/private-flag.ts';
import { shorten } from '../tidy/shorten.ts';
import { childOf, type HsdsRecord, listOf, textOf } from './record.ts';

export interface ConvertedLocation {
  location: ListingLocation;
  delivery: Delivery[];
  country: string | undefined;
  places: Map<string, Place>;
}

/** Where a service is and how that may be shown; undefined when the record must be refused. */
export function convertLocation(
  service: HsdsRecord,
  record: string,
  problems: Problems,
): ConvertedLocation | undefined {
  const at = listOf(service, 'service_at_locations');
  const locations = at
    .map((place) => childOf(place, 'location'))
    .filter((location) => location !== undefined);
  const addresses = locations.flatMap((location) => addressesOf(location));
  const organization = childOf(service, 'organization');

  const flagged = [service, organization, ...at, ...locations, ...addresses].find(
    (one) => one !== undefined && privateFlagOf(one),
  );
  const exposed = [...addresses, ...locations].find(hasPlace);
  if (flagged !== undefined && exposed !== undefined) {
    const flag = privateFlagOf(flagged) ?? '';
    const { file, line, pointer } = placeOf(exposed);
    problems.fault({
      code: 'private-address',
      ...placeOf(flagged, flag),
      record,
      message: `${placeOf(flagged, flag).field} says that the place is private, and its address is still there (${file}${line === undefined ? '' : `:${line}`}${pointer ? `#${pointer}` : ''})`,
      advice: 'Take the address and the coordinates out of the export; this record was not sent.',
    });
    return undefined;
  }

  const areas = areaOf(service);
  const country = addresses
    .map((address) => countryCode(textOf(address, 'country') ?? ''))
    .find((code) => code !== undefined);
  const delivery = deliveryOf(service, locations, addresses);
  const places = new Map<string, Place>([['/location', placeOf(locations[0] ?? service)]]);
  const why =
    flagged === undefined
      ? whyHidden(namesOf(service, locations), textsOf(service, locations))
      : 'its private flag';
  if (why !== undefined) {
    if (flagged === undefined) {
      problems.notice({
        code: 'kept-hidden',
        ...placeOf(service, 'name'),
        record,
        message: `it looks like a place that must not be found (${why}), so it is published as “contact first”, without any address`,
        advice: 'Nothing to do; publish it through the API if it may be found.',
      });
    }
    const visibility = textOf(flagged, 'confidential')?.toLowerCase() === 'area' ? 'area' : 'contact-first';
    return {
      location: { visibility, ...(areas === undefined ? {} : { area: areas }) },
      delivery,
      country,
      places,
    };
  }

  const [address] = addresses.filter((one) => hasPlace(one));
  if (address === undefined) {
    const town = addresses.map(townOf).find((one) => one !== undefined);
    const area = town ?? areas;
    return {
      location: { visibility: 'area', ...(area === undefined ? {} : { area }) },
      delivery,
      country,
      places,
    };
  }
  if (locations.length > 1) {
    problems.notice({
      code: 'left-out-value',
      ...placeOf(service, 'name'),
      record,
      message: `it is offered at ${locations.length} locations, and a listing shows one: the first`,
      advice: 'Say the others in the description, if people need them.',
    });
  }
  const location = locations.find((one) => addressesOf(one).includes(address));
  places.set('/location/address', placeOf(address));
  const area = townOf(address) ?? areas;
  return {
    location: {
      visibility: 'public',
      ...(area === undefined ? {} : { area }),
      address: { ...postalAddress(address), ...coordinatesOf(location, record, problems) },
    },
    delivery,
    country,
    places,
  };
}

/** An older file has the address in the location itself. */
function addressesOf(location: HsdsRecord): HsdsRecord[] {
  const listed = listOf(location, 'addresses');
  if (listed.length === 0) return textOf(location, 'address', 'address_1') === undefined ? [] : [location];
  const physical = listed.filter((address) => textOf(address, 'address_type') !== 'postal');
  return physical.length > 0
    ? physical
    : listed.filter((address) => !/\bp\.?\s?o\.?\s?box\b/i.test(textOf(address, 'address_1') ?? ''));
}

function hasPlace(record: HsdsRecord): boolean {
  const street = textOf(record, 'address_1', 'address_2', 'address', 'street', 'street_address');
  const isStreet = street !== undefined && !/^state:/i.test(street);
  return isStreet || textOf(record, 'latitude', 'longitude', 'x_coordinate', 'y_coordinate') !== undefined;
}

function postalAddress(address: HsdsRecord): PostalAddress {
  const line = (...fields: string[]) => plainLine(textOf(address, ...fields) ?? '');
  const lines = [line('address_1', 'address', 'street', 'street_address'), line('address_2')].filter(
    (text) => text !== '',
  );
  const city = line('city');
  const region = line('state_province', 'region', 'state');
  const postalCode = line('postal_code', 'zip');
  return {
    lines: lines.map((text) => shorten(text, 200)),
    ...(city === '' ? {} : { city: shorten(city, 120) }),
    ...(region === '' ? {} : { region: shorten(region, 120) }),
    ...(postalCode === '' || postalCode.length > 20 ? {} : { postalCode }),
  };
}

function townOf(address: HsdsRecord): string | undefined {
  const parts = [textOf(address, 'city'), textOf(address, 'state_province', 'region', 'state')].filter(
    (part) => part !== undefined,
  );
  return parts.length === 0 || textOf(address, 'city') === undefined
    ? undefined
    : shorten(plainLine(parts.join(', ')), 120);
}

function coordinatesOf(location: HsdsRecord | undefined, record: string, problems: Problems) {
  const [latitude, longitude] = [textOf(location, 'latitude'), textOf(location, 'longitude')];
  if (location === undefined || latitude === undefined || longitude === undefined) return {};
  const [north, east] = [Number(latitude), Number(longitude)];
  if (Math.abs(north) <= 90 && Math.abs(east) <= 180) return { latitude: north, longitude: east };
  const field = Math.abs(north) <= 90 ? 'longitude' : 'latitude';
  problems.notice({
    code: 'left-out-value',
    ...placeOf(location, field),
    record,
    message: `${latitude}, ${longitude} is not a place on earth, so the coordinates are left out`,
    advice: 'Latitude goes from -90 to 90, longitude from -180 to 180.',
  });
  return {};
}

function areaOf(service: HsdsRecord): string | undefined {
  const names = listOf(service, 'service_areas').map(
    (area) => textOf(area, 'name', 'service_area', 'description') ?? '',
  );
  const all = names.length > 0 ? names : (textOf(service, 'service_areas') ?? '').split(';');
  const short = all.map((name) => plainLine(name)).filter((name) => name !== '' && name.length <= 120);
  for (let count = short.length; count > 0; count--) {
    const rest = short.length - count;
    const text = short.slice(0, count).join(', ') + (rest > 0 ? ` +${rest}` : '');
    if (text.length <= 120) return text;
  }
  return undefined;
}

function deliveryOf(service: HsdsRecord, locations: HsdsRecord[], addresses: HsdsRecord[]): Delivery[] {
  const types = locations.map(
    (location) =>
      textOf(location, 'location_type') ?? (textOf(location, 'virtual') === 'true' ? 'virtual' : ''),
  );
  const isThere = types.includes('physical') || addresses.some(hasPlace);
  const isCalled = /\b(helpline|hotline|telephone|phone line)\b/i.test(textOf(service, 'name') ?? '');
  return [
    ...(isThere ? ['in-person'] : []),
    ...(types.includes('virtual') ? ['online'] : []),
    ...(isCalled ? ['phone'] : []),
  ];
}

function namesOf(service: HsdsRecord, locations: HsdsRecord[]): string[] {
  const terms = listOf(service, 'attributes').map(
    (attribute) => textOf(childOf(attribute, 'taxonomy_term'), 'name') ?? textOf(attribute, 'label'),
  );
  const named = [service, ...locations, childOf(service, 'program')].flatMap((one) => [
    textOf(one, 'name'),
    textOf(one, 'alternate_name'),
  ]);
  return [...named, ...terms].filter((name) => name !== undefined);
}

function textsOf(service: HsdsRecord, locations: HsdsRecord[]): string[] {
  return [service, ...locations]
    .map((one) => textOf(one, 'description'))
    .filter((text) => text !== undefined);
}
