export { listNotes } from './list-notes.ts';
export { writeNote } from './write-note.ts';
