import { z } from 'zod';
import { command } from '../kernel/index.ts';
import { beginUsing } from './begin.ts';

/** What a browser needs to sign in with a passkey; the same for everybody. */
export const beginPasskeySignIn = command({
  action: 'passkey.begin-sign-in',
  scope: 'sessions:create',
  input: z.undefined(),
  run: (tx) => beginUsing(tx, 'sign-in'),
});
