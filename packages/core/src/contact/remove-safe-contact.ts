import { z } from 'zod';
import { command } from '../kernel/index.ts';
import { findOwnContactState, keepContactState } from './contact-state.ts';

/** From now on we are silent: at once, a change on its way included. Fine to repeat, and fine without a contact. */
export const removeSafeContact = command({
  action: 'contact.remove',
  scope: 'account:own',
  input: z.undefined(),
  run: async (tx) => {
    const state = await findOwnContactState(tx, { lock: true });
    if (state === null) return;
    const { current, next, changedAt } = state;
    const wasSaid = current !== null || next !== null;
    await keepContactState(tx, {
      current: null,
      next: null,
      changedAt: wasSaid ? tx.clock.now() : changedAt,
    });
  },
});
