import { GiveSecondFactor } from '@homeward/contracts/second-factor';
import { actingAsAnyStaff, command } from '../kernel/index.ts';
import { checkPasskey, recordUse } from '../passkey/index.ts';
import { renewSession } from '../session/index.ts';
import { acceptCode, wrongCode } from './accept-code.ts';

/** The second step of signing in: a code of an app, a code from paper, or a passkey. One answer, `wrong-code`, for all that is not right. */
export const giveSecondFactor = command({
  action: 'session.give-second-factor',
  scope: 'second-factors:give',
  input: GiveSecondFactor,
  prepare: async (context, input) =>
    'passkey' in input ? checkPasskey(context, 'prove', input.passkey) : undefined,
  run: async (tx, input, passkey) => {
    if (!('passkey' in input)) await acceptCode(tx, input.code);
    else if (passkey === undefined) throw wrongCode();
    else await recordUse(tx, passkey);
    const { staffId } = actingAsAnyStaff(tx.actor);
    return { staffId, cookie: await renewSession(tx, { secondFactor: true }) };
  },
  subject: ({ staffId }) => staffId,
});
