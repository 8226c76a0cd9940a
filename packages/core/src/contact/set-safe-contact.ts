import { SetSafeContact } from '@homeward/contracts/contact';
import { command } from '../kernel/index.ts';
import { CHANGE_DELAY_MS, type Contact } from './contact-rules.ts';
import { findOwnContactState, keepContactState } from './contact-state.ts';

/**
 * How the person wants to be reached. The first counts at once. One that replaces another, or comes soon after a removal,
 * counts after a day in which the person sees it and can undo it: whoever holds the phone cannot quietly lead messages away.
 */
export const setSafeContact = command({
  action: 'contact.set',
  scope: 'account:own',
  stepUp: true,
  input: SetSafeContact,
  run: async (tx, input) => {
    const now = tx.clock.now();
    const before = await findOwnContactState(tx, { lock: true });
    const contact: Contact = {
      ...input,
      mayLeaveMessage: input.channel === 'call' && input.mayLeaveMessage,
      codeWord: input.codeWord ?? null,
    };
    const mustWait = before !== null && (before.current !== null || now < before.changedAt + CHANGE_DELAY_MS);
    await keepContactState(
      tx,
      mustWait
        ? { ...before, next: { contact, startsAt: now + CHANGE_DELAY_MS } }
        : { current: { ...contact, confirmedAt: now }, next: null, changedAt: now },
    );
    return { startsAt: mustWait ? now + CHANGE_DELAY_MS : now };
  },
});
