import type { UrgentContact } from '@homeward/contracts/break-glass';
import { type Tx, toInstant } from '../kernel/index.ts';
import { findNextOpening, isStale } from './contact-rules.ts';
import { findContactState } from './contact-state.ts';

interface ContactInEmergency {
  contact: UrgentContact | null;
  contactChangesAt: string | null;
}

/**
 * How somebody said they may be reached, for staff who have them open in an emergency: also a contact on which we ourselves
 * would be silent, with that said. Which contact is to replace it is not told: it may be of whoever holds the phone. Nor is
 * the code word: that is between the person and this portal.
 */
export async function findContactInEmergency(tx: Tx, personId: string): Promise<ContactInEmergency> {
  const { current = null, next = null } = (await findContactState(tx, personId)) ?? {};
  const now = tx.clock.now();
  return {
    contact: current && {
      channel: current.channel,
      address: current.address,
      mayLeaveMessage: current.mayLeaveMessage,
      days: [...current.days],
      from: current.from,
      to: current.to,
      zone: current.zone,
      language: current.language,
      confirmedAt: toInstant(current.confirmedAt),
      isStale: isStale(current, now),
      isWithinHours: findNextOpening(current, now) === now,
    },
    contactChangesAt: next && toInstant(next.startsAt),
  };
}
