import type { ConsentPurpose, MyConsent, Recipient, SharedField } from '@homeward/contracts/consent';
import { toInstant } from '../kernel/index.ts';

interface Row {
  id: string;
  recipient_kind: Recipient['kind'];
  organisation: string;
  alias: string | null;
  purpose: ConsentPurpose;
  fields: SharedField[];
  granted_at: Date;
  expires_at: Date;
  withdrawn_at: Date | null;
}

/** For the person who gave it. */
export function presentMyConsent(row: Row, now: number): MyConsent {
  const endsAt = row.withdrawn_at ?? row.expires_at;
  return {
    id: row.id,
    recipient: {
      kind: row.recipient_kind,
      name: row.alias ?? row.organisation,
      organisation: row.organisation,
    },
    purpose: row.purpose,
    fields: row.fields,
    grantedAt: toInstant(row.granted_at),
    endsAt: toInstant(endsAt),
    status: statusOf(row, now),
  };
}

function statusOf({ expires_at, withdrawn_at }: Row, now: number): MyConsent['status'] {
  if (withdrawn_at !== null && withdrawn_at < expires_at) return 'withdrawn';
  return expires_at.getTime() <= now ? 'expired' : 'active';
}
