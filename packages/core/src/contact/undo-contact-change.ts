import { z } from 'zod';
import { command } from '../kernel/index.ts';
import { findOwnContactState, keepContactState } from './contact-state.ts';

/** Takes back a change that does not count yet. Fine to repeat, and fine without one. */
export const undoContactChange = command({
  action: 'contact.undo',
  scope: 'account:own',
  input: z.undefined(),
  run: async (tx) => {
    const state = await findOwnContactState(tx, { lock: true });
    if (state !== null && state.next !== null) await keepContactState(tx, { ...state, next: null });
  },
});
