import { AddPasskey } from '@homeward/contracts/passkey';
import { command } from '../kernel/index.ts';
import { checkNewPasskey, keepPasskey } from './add.ts';

/** Adds a passkey as a second way in for a person. Throws `wrong-code` when the browser's answer does not fit. */
export const addPasskey = command({
  action: 'passkey.add',
  scope: 'passkeys:own',
  stepUp: true,
  input: AddPasskey,
  prepare: (context, { answer }) => checkNewPasskey(context, answer),
  run: async (tx, _input, passkey) => ({ id: await keepPasskey(tx, passkey) }),
  subject: ({ id }) => id,
});
