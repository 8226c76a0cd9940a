import type { Place } from '../vault/index.ts';

/** What a note is bound to when it is sealed. */
export const notePlace = (id: string): Place => ({
  table: 'appointment_note',
  column: 'text_sealed',
  row: id,
});
