import { z } from 'zod';
import { command } from '../kernel/index.ts';
import { endOwnSession } from './session-store.ts';

/** Ends the caller's session. Fine to repeat, and fine without one. */
export const signOut = command({
  action: 'session.sign-out',
  scope: 'sessions:end',
  input: z.undefined(),
  run: (tx) => endOwnSession(tx),
});
