import { translator } from '@homeward/i18n';
import { expect, test } from 'vitest';
import { readInvitations } from './invitation-form.ts';

const t = translator('en');
const read = (fields: Record<string, string>) =>
  readInvitations(
    new URLSearchParams({ label: 'Spring', codes: '3', usesEach: '1', lastsDays: '30', ...fields }),
    t,
  );

test('a form filled within its limits is taken', () => {
  expect(read({})).toMatchObject({
    ok: true,
    value: { label: 'Spring', codes: 3, usesEach: 1, lastsDays: 30 },
  });
});

test('every field that is wrong is named, and what was typed stays', () => {
  const form = read({ label: ' ', codes: '101', usesEach: 'x', lastsDays: '' });
  expect(form).toMatchObject({ ok: false, fields: { codes: '101', usesEach: 'x' } });
  expect(form.ok ? [] : form.faults.map(({ field }) => field)).toEqual([
    'label',
    'codes',
    'usesEach',
    'lastsDays',
  ]);
});
