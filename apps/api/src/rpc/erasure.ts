import { cancelErasure, findReceipt, getMyErasure, requestErasure } from '@homeward/core/erasure';
import { blankSessionCookie } from '@homeward/core/session';
import { readDigits } from '@homeward/core/vault';
import { asMutation, asPerhapsEndingMutation, asQuery, guessing, router, textIn } from './trpc.ts';

export const erasure = router({
  mine: asQuery(getMyErasure),
  // With the receipt in the answer there is nobody left who could be signed in.
  request: asPerhapsEndingMutation(requestErasure, blankSessionCookie, ({ receipt }) => receipt !== null),
  cancel: asMutation(cancelErasure),
  // It answers a wrong number as it answers a right one, so that what is told is all that tells them apart.
  findReceipt: asQuery(
    findReceipt,
    guessing(
      'receipt-number',
      (input) => readDigits(textIn(input, 'number').slice(0, 64)),
      (output) => textIn(output, 'state') === 'unknown',
    ),
  ),
});
