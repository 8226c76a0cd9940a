import { expect, test } from 'vitest';
import { readZoneReturn, zoneReturnPath } from './zone-return.ts';

const pathOf = (query: string) => zoneReturnPath(readZoneReturn(new URLSearchParams(query)));

test('the way back is a page of ours, whatever the address says', () => {
  expect(pathOf('to=home')).toBe('/');
  expect(pathOf('to=appointments')).toBe('/appointments');
  for (const evil of [
    'to=//evil.example',
    'to=https://evil.example',
    'to=__proto__',
    'to=toString',
    'counsellor=/evil',
    '',
  ]) {
    expect(pathOf(evil)).toBe('/counsellors');
  }
});

test('a choice of a time leads back to its counsellor', () => {
  const id = '0199aaaa-0000-7000-8000-000000000001';
  expect(pathOf(`counsellor=${id}&modality=phone&to=home`)).toBe(`/counsellors/${id}?modality=phone`);
});
