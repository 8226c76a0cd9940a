import { expect, test } from 'vitest';
import { telLink } from './tel-link.ts';

test.each([
  ['+66 (0) 53-000 000', 'tel:+66053000000'],
  ['1300', 'tel:1300'],
  ['１３００', 'tel:1300'],
  ['12+34', 'tel:1234'],
  ['javascript:alert(1)', undefined],
  ['ask us', undefined],
])('%s', (phone, link) => {
  expect(telLink(phone)).toBe(link);
});
