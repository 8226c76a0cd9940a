import { z } from 'zod';
import { command, Failure } from '../kernel/index.ts';
import { findOwnContactState, keepContactState } from './contact-state.ts';

/** "Still right": for another eight weeks. Throws `not-found` when there is no contact. */
export const confirmSafeContact = command({
  action: 'contact.confirm',
  scope: 'account:own',
  input: z.undefined(),
  run: async (tx) => {
    const state = await findOwnContactState(tx, { lock: true });
    if (state === null || state.current === null) throw new Failure('not-found', 'there is no contact');
    await keepContactState(tx, { ...state, current: { ...state.current, confirmedAt: tx.clock.now() } });
  },
});
