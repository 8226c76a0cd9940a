import { MOST_NOTE, WriteNote } from '@homeward/contracts/note';
import type { Translate } from '@homeward/i18n';
import type { Fault } from '../form/fault.ts';

interface NoteForm {
  text: string;
  /** The version that stood there when the page was opened. */
  after: number;
  faults: Fault[];
}

/** Reads a posted note as it was typed. */
export function readNoteForm(form: URLSearchParams, t: Translate): NoteForm {
  const text = form.get('text') ?? '';
  const after = Number(form.get('after'));
  const isFine = WriteNote.shape.text.safeParse(text).success && text.length <= MOST_NOTE;
  return {
    text,
    after: Number.isSafeInteger(after) && after >= 0 ? after : 0,
    faults: isFine ? [] : [{ field: 'text', message: t('note.errorText', { max: MOST_NOTE }) }],
  };
}
