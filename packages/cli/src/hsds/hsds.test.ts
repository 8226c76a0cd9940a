import { describe, expect, test } from 'vitest';
import { inFolder } from '../../testing/in-folder.ts';
import type { Draft } from '../listing/draft.ts';
import { Problems } from '../problem/problem.ts';
import { readDrafts } from '../source/read-drafts.ts';

const today = '2026-11-24';

function read(files: Record<string, unknown>, name = '') {
  const texts = Object.entries(files).map(([file, content]) => [
    file,
    typeof content === 'string' ? content : JSON.stringify(content),
  ]);
  using folder = inFolder(Object.fromEntries(texts));
  const problems = new Problems();
  const source = readDrafts(
    folder.path(name),
    { kind: undefined, language: undefined, map: undefined, today },
    problems,
  );
  return {
    drafts: source?.drafts ?? [],
    closed: source?.closed ?? [],
    faults: problems.faults,
    notices: problems.notices,
  };
}

const only = (drafts: Draft[]) => {
  const [draft, more] = drafts;
  if (draft === undefined || more !== undefined) throw new Error(`one draft, not ${drafts.length}`);
  return draft.body;
};

const service = (more: object = {}) => ({
  id: 's1',
  name: 'Advice',
  description: 'We advise.',
  status: 'active',
  organization: { id: 'o1', name: 'Helpers' },
  ...more,
});
const at = (address: object, location: object = {}) => ({
  service_at_locations: [
    {
      id: 'sl1',
      location: {
        id: 'l1',
        location_type: 'physical',
        addresses: [
          {
            id: 'a1',
            address_1: '1 Main Street',
            city: 'Town',
            state_province: 'Region',
            postal_code: '123',
            country: 'TH',
            address_type: 'physical',
            ...address,
          },
        ],
        ...location,
      },
    },
  ],
});

describe('what is said, and what is not', () => {
  test('an address that nothing speaks against is public, with its town as the area', () => {
    expect(only(read({ 's.json': service(at({})) }, 's.json').drafts)).toMatchObject({
      country: 'TH',
      delivery: ['in-person'],
      location: {
        visibility: 'public',
        area: 'Town, Region',
        address: { lines: ['1 Main Street'], city: 'Town', region: 'Region', postalCode: '123' },
      },
    });
  });

  test.each([
    [{}, { kind: 'unknown' }],
    [{ fees_description: 'Free' }, { kind: 'free' }],
    [{ fees_description: 'There are no fees.' }, { kind: 'free' }],
    [
      { fees_description: 'Free for under-18s, others pay' },
      { kind: 'paid', note: 'Free for under-18s, others pay' },
    ],
    [{ description: 'Free advice.' }, { kind: 'unknown' }],
    [{ cost_options: [{ id: 'c', amount: 0 }] }, { kind: 'free' }],
    [
      { cost_options: [{ id: 'c', amount: 35, currency: 'gbp' }] },
      { kind: 'paid', amount: 35, currency: 'GBP' },
    ],
    [
      {
        cost_options: [
          { id: 'c', option: 'Students', amount: 0 },
          { id: 'd', option: 'Others', amount: 5, currency: 'usd' },
        ],
      },
      { kind: 'paid' },
    ],
    [
      { cost_options: [{ id: 'c', amount: 35, currency: 'gbp', valid_to: '2022-12-31' }] },
      { kind: 'unknown' },
    ],
  ])('free only when it says so: %j', (more, cost) => {
    expect(only(read({ 's.json': service(more) }, 's.json').drafts).cost).toMatchObject(cost);
  });

  test.each([
    [{}, { kind: 'unknown' }],
    [{ required_documents: [] }, { kind: 'none' }],
    [
      { required_documents: [{ id: 'd', document: 'Passport' }] },
      { kind: 'listed', documents: ['Passport'] },
    ],
  ])('no list of papers is unknown, an empty one is none: %j', (more, papers) => {
    expect(only(read({ 's.json': service(more) }, 's.json').drafts).papers).toEqual(papers);
  });
});

describe('a place that must not be found', () => {
  test.each([
    ['on its address', at({ is_private: true })],
    ['on its location', at({}, { confidential: 'contact-first' })],
    [
      'on its service, with coordinates only',
      {
        confidential: 'yes',
        service_at_locations: [{ id: 'x', location: { id: 'l', latitude: 18.7, longitude: 98.9 } }],
      },
    ],
    [
      'on its organisation',
      { ...at({}), organization: { id: 'o1', name: 'Helpers', AddressIsPrivate: 'Y' } },
    ],
  ])(
    'whose private flag stands %s, with an address still there, is refused by name, and the others go in',
    (_, more) => {
      const { drafts, faults } = read({ 's.json': [service(more), service({ id: 's2' })] }, 's.json');

      expect(drafts.map(({ externalId }) => externalId)).toEqual(['s2']);
      expect(faults).toMatchObject([
        { code: 'private-address', record: 'Advice', file: 's.json', pointer: expect.stringMatching(/^\/0/) },
      ]);
    },
  );

  test('whose flag stands on another copy of it is refused all the same', () => {
    const whole = service(at({}));
    const flagged = {
      id: 'o1',
      name: 'Helpers',
      legal_status: 'x',
      locations: [{ id: 'l1', location_type: 'physical', is_private: true }],
    };

    expect(read({ 'a.json': whole, 'b.json': flagged }).faults).toMatchObject([
      { code: 'private-address', record: 'Advice' },
    ]);

    const rows = 'id,name,description,location_id,is_private\ns1,A,x,l1,\ns1,A,x,l1,yes\n';
    const { drafts, faults } = read({
      'services.csv': rows,
      'locations.csv': 'id,address\nl1,1 Main Street\n',
    });
    expect(drafts).toEqual([]);
    expect(faults[0]).toMatchObject({ code: 'private-address', line: 2 });
  });

  test('with a private flag and no address is published as contact first', () => {
    const { drafts, faults } = read(
      { 's.json': service({ confidential: true, service_areas: [{ id: 'x', name: 'North' }] }) },
      's.json',
    );

    expect(faults).toEqual([]);
    expect(only(drafts).location).toEqual({ visibility: 'contact-first', area: 'North' });
  });

  test('that looks like a shelter loses its address and its town, and a notice says so', () => {
    const { drafts, notices } = read(
      {
        's.json': service({ ...at({}), name: 'Night Shelter', phones: [{ id: 'p', number: '02 123 4567' }] }),
      },
      's.json',
    );

    const body = only(drafts);
    expect(body.location).toEqual({ visibility: 'contact-first' });
    expect(body.contact?.phone).toBe('02 123 4567');
    expect(JSON.stringify(body)).not.toMatch(/Main Street|Town/);
    expect(notices).toContainEqual(expect.objectContaining({ code: 'kept-hidden', record: 'Night Shelter' }));
  });

  test('never gives a contact’s own name or number', () => {
    const contacts = [{ id: 'c', name: 'Ann Persona', phones: [{ id: 'p', number: '08 999 9999' }] }];
    expect(JSON.stringify(read({ 's.json': service({ contacts }) }, 's.json').drafts)).not.toMatch(
      /Persona|999/,
    );
  });
});

describe('JSON in every form that HSDS has', () => {
  test('pages, organisations with their services and services at locations give each service once, the wholest', () => {
    const nested = { id: 's1', name: 'Advice', description: 'Short.' };
    const { drafts, faults } = read({
      'organizations/o1.json': { id: 'o1', name: 'Helpers', legal_status: 'charity', services: [nested] },
      'service_at_locations/x.json': {
        id: 'sl2',
        service: nested,
        location: { id: 'l2', addresses: [{ id: 'a', address_1: '9 Side Street', country: 'TH' }] },
      },
      'services/page.json': {
        total_items: 1,
        contents: [{ ...service(), organization: undefined, organization_id: 'o1' }],
      },
      'taxonomies/t.json': { id: 't', name: 'Topics', version: '1' },
      'root.json': { version: '3.0', openapi_url: 'https://example.org' },
    });

    expect(faults).toEqual([]);
    expect(only(drafts)).toMatchObject({
      provider: 'Helpers',
      description: { en: 'We advise.' },
      location: { address: { lines: ['9 Side Street'] } },
    });
  });

  test('a service that stands twice is told with both places, and a reference to no organisation too', () => {
    const { drafts, faults } = read(
      {
        's.json': [
          service(),
          service(),
          service({ id: 's3', organization: undefined, organization_id: 'nobody' }),
        ],
      },
      's.json',
    );

    expect(drafts).toHaveLength(1);
    expect(faults).toMatchObject([
      { code: 'duplicate-id', pointer: '/1', message: expect.stringContaining('s.json#/0') },
      { code: 'dangling-reference', pointer: '/2', field: 'organization_id' },
    ]);
  });

  test('names, ids and descriptions that are missing or too long are told, each in a line', () => {
    const { drafts, faults } = read(
      {
        's.json': [
          service({ id: '' }),
          service({ id: '2', name: ' ' }),
          service({ id: '3', description: '<p></p>' }),
          service({ id: '4', name: 'x'.repeat(201) }),
        ],
      },
      's.json',
    );

    expect(drafts).toEqual([]);
    expect(faults.map(({ code, field }) => [code, field])).toEqual([
      ['no-id', 'id'],
      ['empty-value', 'name'],
      ['empty-value', 'description'],
      ['too-long', 'name'],
    ]);
  });
});

describe('tables', () => {
  const files = {
    'organizations.csv': 'organization_uuid,organization_name\no1,Legal Aid Town\n',
    'services.csv':
      'service_uuid,organization_uuid,service_name,service_description,service_email,service_url,service_areas\n' +
      's1,o1,"Advice\nby phone","Two\nlines",a@x.org,www.x.org,North County; South County\n' +
      's2,nobody,Dangling,Text,,,\n' +
      's1,o1,Twice,Text,,,\n',
    'services_at_location.csv': 'service_id,location_id\ns1,l1\ns1,nowhere\n',
    'locations.csv': 'location_uuid,location_name,latitude,longitude\nl1,Office,18.7,98.9\n',
    'physical_addresses.csv': 'location_id,address_1,city,country\nl1,1 Main Street,Town,TH\n',
    'phones.csv': 'service_id,number,type\ns1,main: 02-123,voice\n',
    'languages.csv': 'service_id,language\ns1,Thai\ns1,Klingonese\n',
  };

  test('with prefixed headers and older file names are joined, and every fault is told at its true line', () => {
    const { drafts, faults, notices } = read(files);

    expect(drafts).toHaveLength(1);
    expect(drafts[0]).toMatchObject({
      externalId: 's1',
      place: { file: 'services.csv', line: 2 },
      body: {
        title: { en: 'Advice by phone' },
        description: { en: 'Two\nlines' },
        provider: 'Legal Aid Town',
        country: 'TH',
        topics: ['legal'],
        languages: ['th'],
        location: {
          visibility: 'public',
          area: 'Town',
          address: { lines: ['1 Main Street'], city: 'Town', latitude: 18.7, longitude: 98.9 },
        },
        contact: { email: 'a@x.org', url: 'https://www.x.org', phone: '02-123' },
      },
    });
    expect(faults.map(({ code, file, line, field }) => [code, file, line, field])).toEqual([
      ['dangling-reference', 'services_at_location.csv', 3, 'location_id'],
      ['dangling-reference', 'services.csv', 5, 'organization_uuid'],
      ['duplicate-id', 'services.csv', 6, undefined],
    ]);
    expect(notices).toContainEqual(
      expect.objectContaining({ code: 'left-out-value', file: 'languages.csv', line: 3 }),
    );
  });

  test('a private flag in the location’s row refuses its services', () => {
    const { drafts, faults } = read({ ...files, 'locations.csv': 'id,PhysicalAddressIsPrivate\nl1,Yes\n' });

    expect(drafts).toEqual([]);
    expect(faults).toContainEqual(
      expect.objectContaining({
        code: 'private-address',
        file: 'locations.csv',
        line: 2,
        field: 'PhysicalAddressIsPrivate',
        record: 'Advice by phone',
      }),
    );
  });

  test('an export of another kind is told once, not row by row', () => {
    const { faults } = read({ 'services.csv': `Node,Title\n${'1,x\n'.repeat(50)}` });

    expect(faults).toHaveLength(2);
    expect(faults[0]).toMatchObject({ code: 'not-a-listing', file: 'services.csv', line: 1 });
  });
});
