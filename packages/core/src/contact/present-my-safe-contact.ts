import { ContactChannel, type MySafeContact, type SeenContact } from '@homeward/contracts/contact';
import { type Senders, toInstant } from '../kernel/index.ts';
import { type Contact, isStale } from './contact-rules.ts';
import type { ContactState } from './contact-state.ts';

/** For the person themselves, on a screen that others may see: of the address only enough to know it by. */
export function presentMySafeContact(
  state: ContactState | null,
  { now, senders }: { now: number; senders: Senders },
): MySafeContact {
  const { current = null, next = null, refusedSince = null } = state ?? {};
  return {
    current: current && {
      ...presentContact(current),
      confirmedAt: toInstant(current.confirmedAt),
      isStale: isStale(current, now),
      refusedSince: refusedSince === null ? null : toInstant(refusedSince),
    },
    next: next && { ...presentContact(next.contact), startsAt: toInstant(next.startsAt) },
    ways: ContactChannel.options.filter((channel) => channel === 'call' || senders[channel] !== undefined),
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
