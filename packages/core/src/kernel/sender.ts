import type { Locale } from '@homeward/contracts/language';

/** "You have an update", to one address. What it says besides is the code word and nothing else. */
export interface Outgoing {
  /** Of the event: a receiver knows a repeat by it. */
  id: string;
  address: string;
  locale: Locale;
  codeWord: string | null;
}

export type Delivery =
  | { kind: 'sent' }
  /** For good, and because of this address. */
  | { kind: 'refused' }
  /** Not now. `why` is for the operator: a code, never a text of the other side, which may repeat the address. */
  | { kind: 'later'; why: string };

/** A way out. Answers within half a minute, and never throws what it was given. */
export type Sender = (message: Outgoing) => Promise<Delivery>;

/** The ways out that the operator has set up. */
export interface Senders {
  email?: Sender;
  sms?: Sender;
}
