import { AddStaffPasskey } from '@homeward/contracts/second-factor';
import { actingAsAnyStaff, command } from '../kernel/index.ts';
import { checkNewPasskey, keepPasskey } from '../passkey/index.ts';
import { assertMayEnrol, finishEnrolling } from './enrol.ts';

/** Adds a passkey as a second factor, which counts as given. The first factor comes with recovery codes. Throws `wrong-code`. */
export const addStaffPasskey = command({
  action: 'second-factor.add-passkey',
  scope: 'second-factors:own',
  input: AddStaffPasskey,
  prepare: (context, { answer }) => {
    assertMayEnrol(actingAsAnyStaff(context.actor), context.clock.now());
    return checkNewPasskey(context, answer);
  },
  run: async (tx, _input, passkey) => {
    const id = await keepPasskey(tx, passkey);
    return { id, ...(await finishEnrolling(tx, actingAsAnyStaff(tx.actor))) };
  },
  subject: ({ id }) => id,
});
