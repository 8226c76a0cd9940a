import {
  listBreakGlasses,
  markBreakGlassesSeen,
  openBreakGlass,
  readOpenedRecord,
} from '@homeward/core/break-glass';
import { asMutation, asQuery, guessingOwn, router } from './trpc.ts';

export const breakGlass = router({
  // A reference could be tried out: the tries of one member of staff slow them down.
  open: asMutation(openBreakGlass, guessingOwn('emergency')),
  read: asQuery(readOpenedRecord),
  list: asQuery(listBreakGlasses),
  markSeen: asMutation(markBreakGlassesSeen),
});
