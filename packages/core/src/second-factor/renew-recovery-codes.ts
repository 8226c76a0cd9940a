import { z } from 'zod';
import { actingAsAnyStaff, asSystem, command } from '../kernel/index.ts';
import { replaceRecoveryCodes } from './recovery-code.ts';

/** Ten new recovery codes; the old ones open nothing any more. Shown once. */
export const renewRecoveryCodes = command({
  action: 'second-factor.renew-recovery-codes',
  scope: 'second-factors:manage',
  stepUp: true,
  input: z.undefined(),
  run: async (tx) => {
    const actor = actingAsAnyStaff(tx.actor);
    return { recoveryCodes: await asSystem(tx, (db) => replaceRecoveryCodes({ ...tx, db }, actor)) };
  },
});
