import {
  listBreakGlasses,
  markBreakGlassesSeen,
  openBreakGlass,
  readOpenedRecord,
} from '@homeward/core/break-glass';
import { asMutation, asQuery, router } from './trpc.ts';

export const breakGlass = router({
  open: asMutation(openBreakGlass),
  read: asQuery(readOpenedRecord),
  list: asQuery(listBreakGlasses),
  markSeen: asMutation(markBreakGlassesSeen),
});
