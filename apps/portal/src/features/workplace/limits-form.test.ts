import { translator } from '@homeward/i18n';
import { expect, test } from 'vitest';
import { LIMIT_FIELDS, limitsForm, readLimits } from './limits-form.ts';

const limits = {
  lengthMinutes: 50,
  stepMinutes: 60,
  bufferBeforeMinutes: 0,
  bufferAfterMinutes: 10,
  noticeMinutes: 120,
  horizonDays: 60,
  maxPerDay: 8,
  longestRunMinutes: null,
  breakMinutes: 15,
};
const read = (changes: Record<string, string>) => {
  const form = limitsForm(limits);
  for (const [name, value] of Object.entries(changes)) form.set(name, value);
  return readLimits(form, translator('en'));
};

test('limits come back as they were after a way through the form', () => {
  expect(read({})).toEqual({ limits, faults: [] });
});

test('what may be left out is no limit; everything else must be said', () => {
  expect(read({ longestRunMinutes: '', breakMinutes: ' ' }).limits).toMatchObject({
    longestRunMinutes: null,
    breakMinutes: null,
  });
  expect(read({ maxPerDay: '' }).faults).toEqual([{ field: 'maxPerDay', message: expect.any(String) }]);
});

test.each(LIMIT_FIELDS)('$name is taken at its bounds and refused beyond them', ({ name, least, most }) => {
  for (const wrong of [String(least - 1), String(most + 1), 'x', '1.5', '1e2'])
    expect(
      read({ [name]: wrong }).faults.map(({ field }) => field),
      wrong,
    ).toEqual([name]);
  for (const right of [least, most])
    expect(read({ longestRunMinutes: '', lengthMinutes: '10', [name]: String(right) }).limits).toMatchObject({
      [name]: right,
    });
});

test('a longest run that holds no appointment is a fault of that field', () => {
  expect(read({ longestRunMinutes: '40' }).faults.map(({ field }) => field)).toEqual(['longestRunMinutes']);
});
