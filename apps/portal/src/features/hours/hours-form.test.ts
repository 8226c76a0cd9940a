import type { WeeklyRule } from '@homeward/contracts/counsellor';
import { translator } from '@homeward/i18n';
import { expect, test } from 'vitest';
import { hoursFaults } from './hours-faults.ts';
import { EMPTY_ROW, hoursRows, parseHours, readHoursRows } from './hours-form.ts';

const read = (text: string) => readHoursRows(new URLSearchParams(text));
const placeId = '0199aaaa-0000-7000-8000-000000000001';
const everything = { modalities: ['video', 'phone'] as const, placeIds: [placeId] };
const parse = (rows: Parameters<typeof parseHours>[0]) => parseHours(rows, everything);
const row = (day: 'MO' | 'TU' | '', from: string, to: string) => ({ ...EMPTY_ROW, day, from, to }) as const;

test('rules come back as they were after a way through the rows of the form', () => {
  const rules: WeeklyRule[] = [
    { days: ['MO', 'TU'], from: '09:00', to: '12:00', modalities: [] },
    {
      days: ['FR'],
      from: '18:00',
      to: '24:00',
      modalities: ['phone'],
      placeId,
      validFrom: '2026-12-01',
      validUntil: '2026-12-31',
    },
  ];
  const rows = hoursRows(rules);
  expect(rows.map(({ day, to }) => `${day} ${to}`)).toEqual(['MO 12:00', 'TU 12:00', 'FR 00:00']);
  const form = new URLSearchParams({ rows: String(rows.length) });
  for (const [index, { day, from, to, modalities, validFrom, validUntil, ...rest }] of rows.entries()) {
    form.set(`place-${index}`, rest.placeId);
    form.set(`day-${index}`, day);
    form.set(`from-${index}`, from);
    form.set(`to-${index}`, to);
    form.set(`was-${index}`, '1');
    for (const modality of modalities) form.append(`modality-${index}`, modality);
    form.set(`validFrom-${index}`, validFrom);
    form.set(`validUntil-${index}`, validUntil);
  }
  expect(parse(readHoursRows(form))).toEqual({ ok: true, rules });
});

test('an empty row is no row, and a row that lost its day is taken away', () => {
  expect(parse([EMPTY_ROW, { ...row('', '09:00', '10:00'), wasThere: true }])).toEqual({
    ok: true,
    rules: [],
  });
});

test('a new row with times and no day is a fault, not a silent loss', () => {
  expect(parse([row('', '09:00', '10:00')])).toEqual({ ok: false, faults: [{ row: 0, code: 'day' }] });
});

test.each(['9:00', '09.00', '0900', '09:00'])('%s is understood as a time', (from) => {
  expect(parse([row('MO', from, '10:00')])).toMatchObject({ rules: [{ from: '09:00' }] });
});

test.each([
  [row('MO', '', '10:00'), 'from'],
  [row('MO', '25:00', '26:00'), 'from'],
  [row('MO', '09:00', 'noon'), 'to'],
  [row('MO', '10:00', '10:00'), 'order'],
  [row('MO', '10:00', '09:00'), 'order'],
])('%j is a fault of its %s', (faulty, code) => {
  expect(parse([faulty])).toMatchObject({
    ok: false,
    faults: expect.arrayContaining([expect.objectContaining({ code })]),
  });
});

test('hours of one day may touch and must not overlap, and the fault names both rows', () => {
  expect(
    parse([row('MO', '09:00', '12:00'), row('MO', '12:00', '13:00'), row('TU', '09:00', '12:00')]).ok,
  ).toBe(true);
  const parsed = parse([row('MO', '09:00', '12:00'), row('MO', '11:00', '13:00')]);
  if (parsed.ok) throw new Error('an overlap was taken');
  expect(hoursFaults(parsed.faults, translator('en'))).toEqual([
    { field: 'from-1', message: 'Row 2 overlaps with row 1.' },
  ]);
});

test('the same hours in weeks that do not meet may overlap', () => {
  const early = { ...row('MO', '09:00', '12:00'), validUntil: '2026-12-31' };
  const late = { ...row('MO', '10:00', '13:00'), validFrom: '2027-01-01' };
  expect(parse([early, late]).ok).toBe(true);
});

test('a form that claims any number of rows is read within bounds, and what is malformed is left out', () => {
  expect(read('rows=1e9').length).toBeLessThanOrEqual(200);
  expect(read('rows=-5')).toEqual([]);
  expect(read('rows=x')).toEqual([]);
  expect(read('rows=1&day-0=XX&modality-0=boat&place-0=here')).toEqual([EMPTY_ROW]);
});

test.each([
  [{ validFrom: 'soon' }, 'validFrom'],
  [{ validUntil: '2026-02-30' }, 'validUntil'],
  [{ validFrom: '2026-12-02', validUntil: '2026-12-01' }, 'dates'],
  [{ modalities: ['in-person' as const] }, 'way'],
  [{ placeId: '0199aaaa-0000-7000-8000-000000000002' }, 'place'],
])('%j is said to be a fault, and never lost in silence', (wrong, code) => {
  expect(parse([{ ...row('MO', '09:00', '10:00'), ...wrong }])).toEqual({
    ok: false,
    faults: [{ row: 0, code }],
  });
});
