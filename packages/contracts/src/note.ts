import { z } from 'zod';
import { Id, Instant } from './id.ts';
import { Paragraphs } from './text.ts';

export const MOST_NOTE = 4000;

/** Notes are asked for by an appointment of one's own with the person. */
export const ListNotes = z.strictObject({ appointmentId: Id });

/** Another version of the note to an appointment. `after` is the one that the writer saw, 0 for none. */
export const WriteNote = z.strictObject({
  appointmentId: Id,
  text: Paragraphs(MOST_NOTE),
  after: z.int().min(0),
});
export type WriteNote = z.infer<typeof WriteNote>;

/** One version of a note, as whoever looks after the person sees it. */
export const NoteVersion = z.object({
  version: z.int(),
  text: z.string(),
  at: Instant,
  /** The alias of who wrote it. */
  by: z.string(),
});
export type NoteVersion = z.infer<typeof NoteVersion>;

/** What is noted to one appointment, the newest version first. */
export const AppointmentNotes = z.object({
  appointmentId: Id,
  reference: z.string(),
  startsAt: Instant,
  versions: z.array(NoteVersion).min(1),
});
export type AppointmentNotes = z.infer<typeof AppointmentNotes>;
