import type { Tx } from '../kernel/index.ts';
import { type Contact, isStale } from './contact-rules.ts';
import { findContactState } from './contact-state.ts';

/** How somebody may be reached right now, as far as the actor may know it. Null when they did not say, or not in eight weeks. */
export async function findUsableContact(tx: Tx, personId: string): Promise<Contact | null> {
  const current = (await findContactState(tx, personId))?.current ?? null;
  return current === null || isStale(current, tx.clock.now()) ? null : current;
}
