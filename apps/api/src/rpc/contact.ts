import {
  confirmSafeContact,
  getMySafeContact,
  removeSafeContact,
  setSafeContact,
  undoContactChange,
} from '@homeward/core/contact';
import { asMutation, asQuery, router } from './trpc.ts';

export const contact = router({
  mine: asQuery(getMySafeContact),
  set: asMutation(setSafeContact),
  undo: asMutation(undoContactChange),
  confirm: asMutation(confirmSafeContact),
  remove: asMutation(removeSafeContact),
});
