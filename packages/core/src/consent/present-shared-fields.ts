import type { ConsentPurpose, SharedField, SharedFields } from '@homeward/contracts/consent';
import type { TimeZone } from '@homeward/contracts/zone';
import type { Contact } from '../contact/index.ts';
import { toInstant } from '../kernel/index.ts';
import type { Facts } from './facts.ts';

interface Consent {
  id: string;
  purpose: ConsentPurpose;
  fields: readonly SharedField[];
  expires_at: Date;
}

type Shared = Facts & {
  zone: TimeZone | null;
  contact: Contact | null;
};

/** For the recipient of a consent: the consent's fields, one by one, and nothing that happens to lie beside them. */
export function presentSharedFields(consent: Consent, shared: Shared): SharedFields {
  const has = (field: SharedField) => consent.fields.includes(field);
  return {
    consentId: consent.id,
    purpose: consent.purpose,
    endsAt: toInstant(consent.expires_at),
    ...(has('alias') && { alias: shared.alias ?? null }),
    ...(has('languages') && { languages: shared.languages ?? [] }),
    ...(has('zone') && { zone: shared.zone }),
    ...(has('contact') && { contact: shared.contact && presentContact(shared.contact) }),
  };
}

/** Without the code word: that is between the person and this portal. */
function presentContact({
  channel,
  address,
  mayLeaveMessage,
  days,
  from,
  to,
  zone,
  language,
}: Contact): NonNullable<SharedFields['contact']> {
  return { channel, address, mayLeaveMessage, days: [...days], from, to, zone, language };
}
