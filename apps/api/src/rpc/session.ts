import { signIn, signInStaff } from '@homeward/core/account';
import { signInWithPasskey } from '@homeward/core/passkey';
import {
  blankSessionCookie,
  endOtherSessions,
  endSession,
  listMySessions,
  signOut,
} from '@homeward/core/session';
import { asEndingMutation, asMutation, asQuery, asSessionMutation, router } from './trpc.ts';

export const session = router({
  signIn: asSessionMutation(signIn),
  signInWithPasskey: asSessionMutation(signInWithPasskey),
  signInStaff: asSessionMutation(signInStaff),
  signOut: asEndingMutation(signOut, blankSessionCookie),
  listMine: asQuery(listMySessions),
  end: asMutation(endSession),
  endOthers: asMutation(endOtherSessions),
});
