import { translator } from '@homeward/i18n';
import { expect, it } from 'vitest';
import { alarmOptions, readReminderForm } from './reminder-form.ts';

const t = translator('en');
const read = (fields: Record<string, string>) => readReminderForm(new URLSearchParams(fields), t);

it('asks for the word that was typed, and for an alarm only when one was chosen', () => {
  expect(read({ word: ' Sport ', alarm: '' }).wish).toEqual({ word: 'Sport' });
  for (const { value } of alarmOptions(t).slice(1))
    expect(read({ word: 'Sport', alarm: value }).wish).toEqual({
      word: 'Sport',
      alarmMinutes: Number(value),
    });
  for (const alarm of ['5', '-60', 'x', '60.5', '1e9'])
    expect(read({ word: 'Sport', alarm }).wish).toEqual({ word: 'Sport' });
});

it.each(['', '  ', 'x'.repeat(61), 'a\u0000b', 'a\nBEGIN:VALARM'])(
  'refuses the word %j, and keeps what was typed',
  (word) => {
    expect(read({ word, alarm: '60' })).toMatchObject({
      word,
      alarm: '60',
      wish: undefined,
      faults: [{ field: 'word' }],
    });
  },
);
