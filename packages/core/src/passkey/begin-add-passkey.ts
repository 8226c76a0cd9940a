import { z } from 'zod';
import { command } from '../kernel/index.ts';
import { beginAdding } from './begin.ts';

/** What a person's browser needs to make a passkey. */
export const beginAddPasskey = command({
  action: 'passkey.begin-add',
  scope: 'passkeys:own',
  stepUp: true,
  input: z.undefined(),
  run: (tx) => beginAdding(tx),
});
