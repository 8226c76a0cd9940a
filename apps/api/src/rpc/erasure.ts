import { cancelErasure, findReceipt, getMyErasure, requestErasure } from '@homeward/core/erasure';
import { blankSessionCookie } from '@homeward/core/session';
import { asMutation, asPerhapsEndingMutation, asQuery, router } from './trpc.ts';

export const erasure = router({
  mine: asQuery(getMyErasure),
  // With the receipt in the answer there is nobody left who could be signed in.
  request: asPerhapsEndingMutation(requestErasure, blankSessionCookie, ({ receipt }) => receipt !== null),
  cancel: asMutation(cancelErasure),
  findReceipt: asQuery(findReceipt),
});
