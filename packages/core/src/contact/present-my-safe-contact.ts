import type { MySafeContact, SeenContact } from '@homeward/contracts/contact';
import { toInstant } from '../kernel/index.ts';
import { type Contact, isStale } from './contact-rules.ts';
import type { ContactState } from './contact-state.ts';

/** For the person themselves, on a screen that others may see: of the address only enough to know it by. */
export function presentMySafeContact(state: ContactState | null, now: number): MySafeContact {
  const { current = null, next = null } = state ?? {};
  return {
    current: current && {
      ...presentContact(current),
      confirmedAt: toInstant(current.confirmedAt),
      isStale: isStale(current, now),
    },
    next: next && { ...presentContact(next.contact), startsAt: toInstant(next.startsAt) },
  };
}

function presentContact(contact: Contact): SeenContact {
  const { channel, address, mayLeaveMessage, days, from, to, zone, language, codeWord } = contact;
  return {
    channel,
    addressHint: channel === 'email' ? `${[...address][0]}…@…` : `+… ${address.slice(-3)}`,
    mayLeaveMessage,
    days: [...days],
    from,
    to,
    zone,
    language,
    hasCodeWord: codeWord !== null,
  };
}
