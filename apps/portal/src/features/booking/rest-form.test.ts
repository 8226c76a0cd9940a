import { translator } from '@homeward/i18n';
import { expect, test } from 'vitest';
import { parseRest, readRest } from './rest-form.ts';

const choice = {
  counsellorId: '0199aaaa-0000-7000-8000-000000000001',
  startsAt: '2026-11-25T09:00:00Z',
  modality: 'phone' as const,
  language: 'th',
};
const parse = (form: string, modality: 'phone' | 'video' | 'chat' = 'phone') =>
  parseRest(readRest(new URLSearchParams(form)), { ...choice, modality }, 'Asia/Jakarta', translator('en'));

test('nothing of the rest has to be said', () => {
  expect(parse('callMe=&whoCalls=&reach=&interpreterLanguage=')).toEqual({
    ok: true,
    value: { ...choice, zone: 'Asia/Jakarta' },
  });
});

test('all of it becomes what the API takes', () => {
  const form = 'callMe=%20Bird%20&whoCalls=counsellor&reach=081&interpreterLanguage=my&bringsCompanion=on';
  expect(parse(form)).toMatchObject({
    value: {
      callMe: 'Bird',
      whoCalls: 'counsellor',
      reach: '081',
      interpreterLanguage: 'my',
      bringsCompanion: true,
    },
  });
});

test('who asks to be called says where, and no other way to meet takes a number', () => {
  expect(parse('whoCalls=counsellor&reach=')).toMatchObject({ ok: false, faults: [{ field: 'reach' }] });
  expect(parse('whoCalls=counsellor&reach=081', 'video')).toMatchObject({ ok: true });
  expect(parse('whoCalls=counsellor&reach=081', 'video')).not.toMatchObject({ value: { reach: '081' } });
  expect(parse('reach=mali', 'chat')).toMatchObject({ value: { reach: 'mali' } });
});

test('each fault is named by its field', () => {
  expect(parse(`callMe=${'x'.repeat(61)}`)).toMatchObject({ faults: [{ field: 'callMe' }] });
  expect(parse('whoCalls=nobody')).toMatchObject({ faults: [{ field: 'whoCalls' }] });
  expect(parse('interpreterLanguage=%00')).toMatchObject({ faults: [{ field: 'interpreterLanguage' }] });
});
