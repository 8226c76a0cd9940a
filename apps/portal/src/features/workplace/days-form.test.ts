import { translator } from '@homeward/i18n';
import { describe, expect, test } from 'vitest';
import { readOverride, readTimeOff } from './days-form.ts';

const t = translator('en');
const off = (text: string) => readTimeOff(new URLSearchParams(text), t);
const on = (text: string) => readOverride(new URLSearchParams(text), t);
const fieldsOf = ({ faults }: { faults: readonly { field: string }[] }) => faults.map(({ field }) => field);

describe('time off', () => {
  test('is whole days, or from a time to a time', () => {
    expect(off('off-from=2026-12-24&off-until=2026-12-31').value).toEqual({
      from: { date: '2026-12-24' },
      until: { date: '2026-12-31' },
    });
    expect(
      off('off-from=2026-12-24&off-from-time=9.30&off-until=2026-12-24&off-until-time=12:00').value,
    ).toEqual({
      from: { date: '2026-12-24', time: '09:30' },
      until: { date: '2026-12-24', time: '12:00' },
    });
  });

  test('without a last day is the first day only', () => {
    const day = { date: '2026-12-24' };
    expect(off('off-from=2026-12-24').value).toEqual({ from: day, until: day });
  });

  test.each([
    ['', ['off-from', 'off-until']],
    ['off-from=2026-02-30', ['off-from', 'off-until']],
    ['off-from=2026-12-24&off-until=soon', ['off-until']],
    ['off-from=2026-12-24&off-from-time=noon', ['off-from-time']],
    ['off-from=2026-12-24&off-until-time=25:00', ['off-until-time']],
    ['off-from=2026-12-24&off-until=2026-12-23', ['off-until']],
    ['off-from=2026-12-24&off-from-time=12:00&off-until-time=12:00', ['off-until']],
  ])('of “%s” is a fault of %j', (text, fields) => {
    expect(fieldsOf(off(text))).toEqual(fields);
  });
});

describe('hours of one date', () => {
  test('are some, each with its ways, until midnight too; or none, when that is said', () => {
    expect(
      on('on=2026-12-24&hours=some&on-from-0=9:00&on-to-0=12:00&on-from-2=20:00&on-to-2=00:00&on-way-2=phone')
        .value,
    ).toEqual({
      date: '2026-12-24',
      hours: [
        { from: '09:00', to: '12:00', modalities: [] },
        { from: '20:00', to: '24:00', modalities: ['phone'] },
      ],
    });
    expect(on('on=2026-12-24&hours=none&on-from-0=9:00').value).toEqual({ date: '2026-12-24', hours: [] });
  });

  test.each([
    ['on=&hours=none', ['on']],
    ['on=2026-12-24&hours=some', ['on-from-0']],
    ['on=2026-12-24&on-from-0=9&on-to-0=12:00', ['on-from-0']],
    ['on=2026-12-24&on-from-1=09:00', ['on-to-1']],
    ['on=2026-12-24&on-from-0=12:00&on-to-0=09:00', ['on-to-0']],
    ['on=2026-12-24&on-from-0=09:00&on-to-0=12:00&on-from-1=11:00&on-to-1=13:00', ['on-from-1']],
  ])('of “%s” are a fault of %j', (text, fields) => {
    expect(fieldsOf(on(text))).toEqual(fields);
  });
});
