import { translator } from '@homeward/i18n';
import { expect, it } from 'vitest';
import { readKeyForm } from './key-form.ts';

const t = translator('en');
const read = (typed: Record<string, string>) => readKeyForm(new URLSearchParams(typed), t);

it('gives a key exactly the scopes that were ticked', () => {
  expect(read({ name: ' Case system ', read: 'on' })).toEqual({
    name: 'Case system',
    scopes: ['listings:read'],
    faults: [],
  });
  expect(read({ name: 'x', write: 'on', read: 'on', 'people:read': 'on' }).scopes).toEqual([
    'listings:read',
    'listings:write',
  ]);
});

it('says beside each field what is missing, and keeps what was given', () => {
  const { name, scopes, faults } = read({ name: ' ', write: 'on' });
  expect({ name, scopes }).toEqual({ name: '', scopes: ['listings:write'] });
  expect(faults).toEqual([{ field: 'name', message: t('apiKeys.errorName') }]);
  expect(read({ name: 'x' }).faults).toEqual([{ field: 'read', message: t('apiKeys.errorScopes') }]);
});

it('cuts a name that no page of ours lets anybody type', () => {
  expect(read({ name: 'x'.repeat(5000), read: 'on' }).name).toHaveLength(100);
});
