import { hkdfSync } from 'node:crypto';
import type { Secrets } from '../kernel/index.ts';

/** What the application itself must read again, before anybody is known: never a person's content. */
type Purpose = 'passkey' | 'staff-totp' | 'video-room';

/** A key of 32 bytes for one purpose, out of the look-up key (HKDF, RFC 5869): it stands beside the database, never in it. */
export const deriveKey = ({ lookupKey }: Pick<Secrets, 'lookupKey'>, purpose: Purpose): Buffer =>
  Buffer.from(hkdfSync('sha256', lookupKey, Buffer.alloc(0), `homeward/${purpose}`, 32));
