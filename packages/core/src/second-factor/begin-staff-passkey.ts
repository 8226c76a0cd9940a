import { z } from 'zod';
import { actingAsAnyStaff, command } from '../kernel/index.ts';
import { beginAdding } from '../passkey/index.ts';
import { assertMayEnrol } from './enrol.ts';

/** What the browser of somebody who works here needs to make a passkey. */
export const beginStaffPasskey = command({
  action: 'second-factor.begin-passkey',
  scope: 'second-factors:own',
  input: z.undefined(),
  run: async (tx) => {
    assertMayEnrol(actingAsAnyStaff(tx.actor), tx.clock.now());
    return beginAdding(tx);
  },
});
