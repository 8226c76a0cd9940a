import { translator } from '@homeward/i18n';
import { expect, it } from 'vitest';
import { readOrganisationForm } from './organisation-form.ts';

const t = translator('en');
const whole = { name: 'Rumah Terang', country: 'ID', website: 'https://rumah.example' };
const read = (changed: Record<string, string>) =>
  readOrganisationForm(new URLSearchParams({ ...whole, ...changed }), t);

it('reads a whole form, and one without a website', () => {
  expect(read({})).toEqual({ fields: whole, value: whole, faults: [] });
  expect(read({ name: ' Rumah Terang ', website: ' ' }).value).toEqual({
    name: 'Rumah Terang',
    country: 'ID',
  });
});

it.each([
  ['name', '', 'organisations.errorName'],
  ['name', 'x'.repeat(201), 'organisations.errorName'],
  ['country', '', 'join.errorChoose'],
  ['country', 'IDN', 'join.errorChoose'],
  ['website', 'rumah.example', 'organisations.errorWebsite'],
  ['website', 'javascript:alert(1)', 'organisations.errorWebsite'],
] as const)('says what is wrong with the %s %j, and keeps the rest as typed', (field, typed, message) => {
  const { value, fields, faults } = read({ [field]: typed });
  expect(value).toBeUndefined();
  expect(faults).toEqual([{ field, message: t(message) }]);
  expect(fields).toEqual({ ...whole, [field]: typed });
});
