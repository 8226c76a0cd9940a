import { z } from 'zod';
import { command } from '../kernel/index.ts';
import { beginUsing } from './begin.ts';

/** What the browser of somebody who is signed in needs to prove with a passkey who they are. */
export const beginPasskeyProve = command({
  action: 'passkey.begin-prove',
  scope: 'passkeys:prove',
  input: z.undefined(),
  run: (tx) => beginUsing(tx, 'prove'),
});
