import { expect, test } from 'vitest';
import { parseZoneForm } from './zone-form.ts';

const parse = (form: string) => parseZoneForm(new URLSearchParams(form));

test('the whole list wins over the short one, and an empty list leaves the short one', () => {
  expect(parse('zone=Asia/Jakarta&other=Europe/Paris')).toBe('Europe/Paris');
  expect(parse('zone=Asia/Jakarta&other=')).toBe('Asia/Jakarta');
});

test('no zone, an offset or a zone of another planet is none', () => {
  for (const form of [
    '',
    'zone=',
    'zone=Mars/Base',
    'zone=%2B07:00',
    'zone=Asia/Jakarta%0d%0aSet-Cookie:x',
  ]) {
    expect(parse(form)).toBeUndefined();
  }
});
