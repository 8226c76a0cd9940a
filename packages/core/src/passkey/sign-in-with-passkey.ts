import { SignInWithPasskey } from '@homeward/contracts/passkey';
import { command, Failure } from '../kernel/index.ts';
import { openSession } from '../session/index.ts';
import { checkPasskey, recordUse } from './use.ts';

/** Signs a person in by a passkey alone. Staff sign in with their passphrase, and give a passkey second. Throws `wrong-sign-in`. */
export const signInWithPasskey = command({
  action: 'session.sign-in-with-passkey',
  scope: 'sessions:create',
  input: SignInWithPasskey,
  prepare: async (context, { answer }) => {
    const passkey = await checkPasskey(context, 'sign-in', answer);
    if (passkey === undefined || passkey.personId === null)
      throw new Failure('wrong-sign-in', 'this passkey opens nothing here');
    return { passkey, personId: passkey.personId };
  },
  run: async (tx, { device }, { passkey, personId }) => {
    await recordUse(tx, passkey);
    return { personId, cookie: await openSession(tx, { kind: 'person', device }, personId) };
  },
  subject: ({ personId }) => personId,
});
