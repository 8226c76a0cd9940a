import { foldSignInName, signIn, signInStaff } from '@homeward/core/account';
import { signInWithPasskey } from '@homeward/core/passkey';
import { prove } from '@homeward/core/proof';
import { giveSecondFactor } from '@homeward/core/second-factor';
import {
  blankSessionCookie,
  endOtherSessions,
  endSession,
  listMySessions,
  signOut,
} from '@homeward/core/session';
import { readDigits } from '@homeward/core/vault';
import {
  asEndingMutation,
  asMutation,
  asQuery,
  asSessionMutation,
  guessing,
  guessingOwn,
  router,
  textIn,
} from './trpc.ts';

export const session = router({
  signIn: asSessionMutation(
    signIn,
    guessing('access-number', (input) => readDigits(textIn(input, 'accessNumber').slice(0, 64))),
  ),
  signInWithPasskey: asSessionMutation(signInWithPasskey),
  signInStaff: asSessionMutation(
    signInStaff,
    guessing('sign-in-name', (input) => foldSignInName(textIn(input, 'name').slice(0, 200))),
  ),
  giveSecondFactor: asSessionMutation(giveSecondFactor, guessingOwn('second-factor')),
  prove: asSessionMutation(prove, guessingOwn('proof')),
  signOut: asEndingMutation(signOut, blankSessionCookie),
  listMine: asQuery(listMySessions),
  end: asMutation(endSession),
  endOthers: asMutation(endOtherSessions),
});
