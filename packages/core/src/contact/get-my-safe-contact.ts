import type { MySafeContact } from '@homeward/contracts/contact';
import { z } from 'zod';
import { query } from '../kernel/index.ts';
import { findOwnContactState } from './contact-state.ts';
import { presentMySafeContact } from './present-my-safe-contact.ts';

/** How the person said they may be reached, as they see it again. */
export const getMySafeContact = query({
  action: 'contact.get-own',
  scope: 'account:own',
  input: z.undefined(),
  run: async (tx): Promise<MySafeContact> =>
    presentMySafeContact(await findOwnContactState(tx), {
      now: tx.clock.now(),
      senders: tx.ports.senders,
    }),
});
