import { translator } from '@homeward/i18n';
import { expect, it } from 'vitest';
import { readNoteForm } from './note-form.ts';

const t = translator('en');
const read = (fields: Record<string, string>) => readNoteForm(new URLSearchParams(fields), t);

it('takes a note of several lines, and the version that its writer saw', () => {
  expect(read({ text: 'One\r\nTwo', after: '3' })).toEqual({ text: 'One\r\nTwo', after: 3, faults: [] });
});

it.each(['', ' \n ', 'x'.repeat(4001), 'a\u0000'])(
  'refuses the note %j, and keeps what was typed',
  (text) => {
    expect(read({ text, after: '1' })).toMatchObject({ text, after: 1, faults: [{ field: 'text' }] });
  },
);

it('takes a version that is none for none', () => {
  for (const after of ['', '-1', 'x', '1.5']) expect(read({ text: 'One', after }).after).toBe(0);
});
