import { Prove } from '@homeward/contracts/second-factor';
import { isRightPassphrase } from '../account/index.ts';
import { command, Failure } from '../kernel/index.ts';
import { checkPasskey, recordUse } from '../passkey/index.ts';
import { acceptCode, wrongCode } from '../second-factor/index.ts';
import { renewSession } from '../session/index.ts';

/**
 * Somebody who is signed in proves again who they are, and gets a new token: a person by passphrase or passkey, whoever
 * works here by code or passkey. Throws `wrong-sign-in` for a passphrase that is not right, `wrong-code` for the rest.
 */
export const prove = command({
  action: 'session.prove',
  scope: 'sessions:prove',
  input: Prove,
  prepare: async (context, input) => {
    if ('passkey' in input) return checkPasskey(context, 'prove', input.passkey);
    const isPerson = context.actor.kind === 'person';
    if (isPerson && 'passphrase' in input && !(await isRightPassphrase(context, input.passphrase)))
      throw new Failure('wrong-sign-in', 'the passphrase is not right');
    return undefined;
  },
  run: async (tx, input, passkey) => {
    const isStaff = 'staffId' in tx.actor;
    if ('passkey' in input) {
      if (passkey === undefined) throw wrongCode();
      await recordUse(tx, passkey);
    } else if (isStaff) {
      // A passphrase is what a colleague may have seen typed: it is no second factor.
      if (!('code' in input)) throw wrongCode();
      await acceptCode(tx, input.code);
    } else if (!('passphrase' in input)) throw wrongCode();
    return { cookie: await renewSession(tx, { secondFactor: isStaff }) };
  },
});
