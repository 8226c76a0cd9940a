import { signIn, signInStaff } from '@homeward/core/account';
import { blankSessionCookie, signOut } from '@homeward/core/session';
import { asEndingMutation, asSessionMutation, router } from './trpc.ts';

export const session = router({
  signIn: asSessionMutation(signIn),
  signInStaff: asSessionMutation(signInStaff),
  signOut: asEndingMutation(signOut, blankSessionCookie),
});
