import { translator } from '@homeward/i18n';
import { expect, test } from 'vitest';
import { groupFault, parseGroup } from './group-form.ts';

const t = translator('en');
const WHOLE =
  'language-0=en&title-0=Sleep&words-0=We+try&language-1=th&title-1=%E0%B8%99%E0%B8%AD%E0%B8%99&practice=health&language=en&modality=video&room=&date=2026-12-01&time=9:30&length=90&seats=8';
const parse = (form: string) => parseGroup(new URLSearchParams(form), 'Asia/Bangkok', t);
const fieldsOf = (form: string) => {
  const parsed = parse(form);
  return parsed.ok ? [] : parsed.faults.map(({ field }) => field);
};

test('a group form becomes what the API takes, its time by the counsellor’s clock', () => {
  expect(parse(WHOLE)).toEqual({
    ok: true,
    value: {
      texts: [
        { language: 'en', title: 'Sleep', words: 'We try' },
        { language: 'th', title: 'นอน' },
      ],
      practice: 'health',
      language: 'en',
      modality: 'video',
      seats: 8,
      startsAt: '2026-12-01T02:30:00Z',
      lengthMinutes: 90,
      opensToNewcomers: false,
    },
  });
});

test('a group form names each fault by its field', () => {
  expect(fieldsOf('')).toEqual([
    'date',
    'time',
    'title-0',
    'practice',
    'language',
    'modality',
    'seats',
    'length',
  ]);
  expect(fieldsOf(WHOLE.replace('seats=8', 'seats=1'))).toEqual(['seats']);
  expect(fieldsOf(WHOLE.replace('language-1=th', 'language-1=en'))).toEqual(['title-0']);
  expect(fieldsOf(WHOLE.replace('time=9:30', 'time=25:00'))).toEqual(['time']);
});

test('what the API has against a group stands at the field it is about', () => {
  const issue = (code: string) => [{ pointer: '/x', code, message: '' }];
  expect(groupFault('slot-taken', [], t).field).toBe('time');
  expect(groupFault('invalid-input', issue('room-too-small'), t).field).toBe('seats');
  expect(groupFault('invalid-input', issue('unknown-room'), t).field).toBe('room');
  expect(groupFault('invalid-input', issue('wrong-time'), t).field).toBe('date');
});
