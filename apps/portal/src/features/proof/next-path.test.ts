import { expect, it } from 'vitest';
import { readNext } from './next-path.ts';

const next = (value: string) => readNext(new URLSearchParams({ next: value }), '/care');

it('goes on at a path of ours, query included', () => {
  expect(next('/admin/people?invited')).toBe('/admin/people?invited');
  expect(next('/')).toBe('/');
});

it.each([
  '',
  'admin',
  '//evil.example',
  '/\\evil.example',
  '/a\\b',
  'https://evil.example',
  'javascript:alert(1)',
  '/a\nb',
  '/\t/evil.example',
  `/${'a'.repeat(600)}`,
])('goes home from %j', (value) => {
  expect(next(value)).toBe('/care');
});
