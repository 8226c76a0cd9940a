import { listNotes, writeNote } from '@homeward/core/note';
import { asMutation, asQuery, router } from './trpc.ts';

export const note = router({
  list: asQuery(listNotes),
  write: asMutation(writeNote),
});
