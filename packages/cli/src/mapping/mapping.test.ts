import { expect, test } from 'vitest';
import { inFolder } from '../../testing/in-folder.ts';
import { Problems } from '../problem/problem.ts';
import { readDrafts } from '../source/read-drafts.ts';
import type { Rule } from './mapping-format.ts';
import { readValue } from './read-value.ts';

function read(csv: string, fields: object, more: object = {}) {
  const mapping = {
    kind: 'course',
    language: 'en',
    fields: { externalId: 'id', title: 'name', description: 'text', country: { value: 'US' }, ...fields },
    ...more,
  };
  using folder = inFolder({ 'a.csv': csv, 'm.json': JSON.stringify(mapping) });
  const problems = new Problems();
  const source = readDrafts(
    folder.path('a.csv'),
    { kind: undefined, language: undefined, map: folder.path('m.json'), today: '2026-11-24' },
    problems,
  );
  return {
    source,
    drafts: source?.drafts ?? [],
    bodies: source?.drafts.map(({ body }) => body) ?? [],
    faults: problems.faults,
    notices: problems.notices,
  };
}

test('constants, columns, joins, maps, padding and cells that mean nothing make a body', () => {
  const { bodies, faults } = read(
    'id,name,text,needs,hours,eve,zip,st1,st2,price,site\n7,Baking,Learn to bake,Flour,0,1,8098,1 Main,,"4,430.50",www.x.org\n',
    {
      description: { join: ['text', { column: 'needs', empty: ['none'], prefix: 'Needs: ' }], with: '\n\n' },
      'course.hoursTotal': { column: 'hours', empty: ['0'] },
      'course.evening': { column: 'eve', map: { 1: true, 2: false } },
      'location.address.lines': { columns: ['st1', 'st2'] },
      'location.address.postalCode': { column: 'zip', pad: 5 },
      'cost.amount': 'price',
      'cost.currency': { value: 'USD' },
      'contact.url': 'site',
    },
  );

  expect(faults).toEqual([]);
  expect(bodies).toEqual([
    {
      title: { en: 'Baking' },
      description: { en: 'Learn to bake\n\nNeeds: Flour' },
      country: 'US',
      course: { evening: true },
      location: { visibility: 'public', address: { lines: ['1 Main'], postalCode: '08098' } },
      cost: { kind: 'paid', amount: 4430.5, currency: 'USD' },
      contact: { url: 'https://www.x.org' },
    },
  ]);
});

test('without a price the cost is unknown, never free', () => {
  const { bodies } = read('id,name,text,price\n7,A,B,0\n', {
    'cost.amount': { column: 'price', empty: ['0'] },
    'cost.currency': { value: 'USD' },
  });

  expect(bodies[0]?.cost).toEqual({ kind: 'unknown' });
});

test('a row is left out with a fault at its line and column, and the others go in', () => {
  const { drafts, faults } = read(
    'id,name,text,hours,start,eve\n1,A,"x\ny",ten,,\n2,A,x,10,31/02/2027,\n3,A,x,10,01/02/2027,perhaps\n4,,x,,,\n,B,x,,,\n6,A,x,12,01/02/2027,yes\n6,Again,x,,,\n',
    {
      'course.hoursTotal': 'hours',
      'course.startsOn': { column: 'start', format: 'd/m/y' },
      'course.evening': 'eve',
    },
  );

  expect(drafts.map(({ externalId, body }) => [externalId, body.course])).toEqual([
    ['6', { hoursTotal: 12, startsOn: '2027-02-01', evening: true }],
  ]);
  expect(faults.map(({ code, line, field }) => [code, line, field])).toEqual([
    ['bad-number', 2, 'hours'],
    ['bad-date', 4, 'start'],
    ['bad-value', 5, 'eve'],
    ['empty-value', 6, 'name'],
    ['no-id', 7, 'id'],
    ['duplicate-id', 9, 'id'],
  ]);
});

test('what the portal would not take is told at the column it came from', () => {
  const { faults } = read(`id,name,text,hours\n1,${'x'.repeat(201)},y,10\n2,A,y,-1\n`, {
    'course.hoursTotal': 'hours',
  });

  expect(faults.map(({ code, line, field }) => [code, line, field])).toEqual([
    ['too-long', 2, 'name'],
    ['bad-number', 3, 'hours'],
  ]);
});

test('rows that a skip rule names are skipped, not faulty', () => {
  const { source, faults } = read(
    'id,name,text,state\n1,A,x,Approved\n2,A,x,Suspended\n',
    {},
    { skip: [{ column: 'state', isNot: ['approved'], because: 'not approved' }] },
  );

  expect(source).toMatchObject({ records: 2, skipped: 1, drafts: [{ externalId: '1' }] });
  expect(faults).toEqual([]);
});

test('a private flag in any column refuses a row with an address, and a shelter goes without one', () => {
  const csv =
    'id,name,text,street,AddressIsPrivate\n1,Hidden,x,1 Main,Yes\n2,Women’s Shelter,x,2 Main,No\n3,Baking,x,3 Main,\n4,Also hidden,x,,Yes\n5,Safe house,x,,No\n6,Sewing,x,,No\n';
  const { drafts, faults, notices } = read(csv, { 'location.address.lines': { columns: ['street'] } });

  expect(drafts.map(({ externalId, body }) => [externalId, body.location.visibility])).toEqual([
    ['2', 'contact-first'],
    ['3', 'public'],
    ['4', 'contact-first'],
    ['5', 'contact-first'],
    ['6', 'area'],
  ]);
  expect(JSON.stringify(drafts)).not.toMatch(/[12] Main/);
  expect(faults).toMatchObject([
    { code: 'private-address', line: 2, field: 'AddressIsPrivate', record: 'Hidden' },
  ]);
  expect(notices).toMatchObject([
    { code: 'kept-hidden', line: 3 },
    { code: 'kept-hidden', line: 6 },
  ]);
});

test.each<[string, object, object, string]>([
  ['an unknown target', { 'course.hours': 'name' }, {}, 'course.hoursTotal'],
  ['an unknown member of a rule', { provider: { colum: 'name' } }, {}, 'column'],
  ['two sources in a rule', { provider: { column: 'name', value: 'x' } }, {}, 'Keep one'],
  ['a column that the file does not have', { provider: 'nmae' }, {}, '“name”'],
  ['an unknown kind', {}, { kind: 'training' }, 'service, course or job'],
  ['no language', {}, { language: '' }, '"en"'],
])('a mapping with %s is told, with what to do, and nothing is read', (_, fields, more, advice) => {
  const { source, faults } = read('id,name,text\n1,A,x\n', fields, more);

  expect(source).toBeUndefined();
  expect(faults[0]).toMatchObject({
    code: 'broken-mapping',
    file: 'm.json',
    advice: expect.stringContaining(advice),
  });
});

test.each<[string, Parameters<typeof readValue>[1], Rule, unknown]>([
  ['$4,000', 'number', {}, 4000],
  ['1.234,5 €', 'number', { decimal: ',' }, 1234.5],
  ['1,23', 'number', {}, undefined],
  ['0x10', 'number', {}, undefined],
  ['2021-03-10 10:33:00', 'date', {}, '2021-03-10'],
  ['3/10/21', 'date', { format: 'm/d/y' }, undefined],
  ['3/10/2021', 'date', { format: 'm/d/y' }, '2021-03-10'],
  ['Arabic, Spanish', 'languages', {}, ['ar', 'es']],
  ['a; b;', 'list', {}, ['a', 'b']],
  ['United States', 'country', {}, 'US'],
])('the cell %j as %s %j is %j', (text, type, rule, expected) => {
  const value = readValue(text, type, rule);

  expect('value' in value ? value.value : undefined).toEqual(expected);
});
