import { formats, translator } from '@homeward/i18n';
import { describe, expect, test } from 'vitest';
import { readWishes } from '../choice/choice.ts';
import { parseBooking, withDefaults } from './booking-form.ts';
import { nextFree } from './next-free.ts';

const counsellor = {
  id: '0199aaaa-0000-7000-8000-000000000001',
  alias: 'Mali',
  organisation: 'Open Door',
  country: 'TH',
  area: null,
  languages: ['th', 'en'],
  modalities: ['video' as const, 'phone' as const],
  practice: 'counselling' as const,
  gender: null,
  topics: [],
  confirmsByHand: false,
  lengthMinutes: 50,
  zone: 'Asia/Bangkok',
  about: null,
  fictional: true,
};
const NINE = '2026-11-25T09:00:00Z';
const TEN = '2026-11-25T10:00:00Z';
const slots = [
  { startsAt: NINE, endsAt: NINE, modalities: ['video' as const, 'phone' as const], area: null },
  { startsAt: TEN, endsAt: TEN, modalities: ['phone' as const], area: null },
];

const parse = (form: string) =>
  parseBooking(
    readWishes(new URLSearchParams(form)),
    { counsellor, slots },
    'Asia/Jakarta',
    translator('en'),
    formats('en'),
  );
const fieldsOf = (form: string) => {
  const parsed = parse(form);
  return parsed.ok ? [] : parsed.faults.map(({ field }) => field);
};

describe('a booking form', () => {
  test('becomes what the API takes', () => {
    expect(parse(`startsAt=${NINE}&modality=video&language=th`)).toEqual({
      ok: true,
      value: {
        counsellorId: counsellor.id,
        startsAt: NINE,
        modality: 'video',
        language: 'th',
        zone: 'Asia/Jakarta',
      },
    });
  });

  test('needs nothing but a time and a way', () => {
    expect(parse(`startsAt=${NINE}&modality=phone`)).toMatchObject({ ok: true });
    expect(fieldsOf('')).toEqual(['startsAt', 'modality']);
  });

  test('names each fault by its field', () => {
    expect(fieldsOf(`startsAt=${NINE}&modality=in-person`)).toEqual(['modality']);
    expect(fieldsOf(`startsAt=${TEN}&modality=video`)).toEqual(['modality']);
    expect(fieldsOf(`startsAt=${NINE}&modality=video&language=fr`)).toEqual(['language']);
  });

  test('says which way a time allows', () => {
    expect(parse(`startsAt=${TEN}&modality=video`)).toMatchObject({
      faults: [{ message: 'At that time it is by phone only. Choose that, or another time.' }],
    });
  });
});

test('where there is one way it is chosen, and the language of the page where it is spoken', () => {
  expect(withDefaults({}, { ...counsellor, modalities: ['phone'] }, 'th')).toEqual({
    modality: 'phone',
    language: 'th',
  });
  expect(withDefaults({}, counsellor, 'id')).toEqual({});
  expect(withDefaults({ language: 'en' }, counsellor, 'th')).toEqual({ language: 'en' });
});

test('the next free times come after the one that is gone, in the way that was chosen', () => {
  expect(nextFree(slots, NINE, 'phone').map(({ startsAt }) => startsAt)).toEqual([TEN]);
  expect(nextFree(slots, TEN, 'video').map(({ startsAt }) => startsAt)).toEqual([NINE]);
  expect(nextFree(slots, undefined, undefined)).toHaveLength(2);
  expect(nextFree([], NINE, undefined)).toEqual([]);
});
