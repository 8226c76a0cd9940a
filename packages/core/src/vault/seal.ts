import { createCipheriv, createDecipheriv } from 'node:crypto';
import type { Random } from '../kernel/index.ts';

/** Where a sealed value stands. Bound into it: moved to another row or column it no longer opens. */
export interface Place {
  table: string;
  column: string;
  row: string;
}

const VERSION = 1;
const IV_BYTES = 12;
const TAG_BYTES = 16;
const HEADER_BYTES = 1 + IV_BYTES + TAG_BYTES;

/** AES-256-GCM: version, nonce, tag, ciphertext. `key` has 32 bytes; a place is bound in as its text (`placeText`). */
export function seal(random: Random, key: Buffer, place: Place | string, plain: Buffer | string): Buffer {
  const iv = random.bytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, iv, { authTagLength: TAG_BYTES });
  cipher.setAAD(Buffer.from(placeText(place)));
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([Buffer.from([VERSION]), iv, cipher.getAuthTag(), body]);
}

/** Throws when the key, the place or a single bit is not the one it was sealed with. */
export function unseal(key: Buffer, place: Place | string, sealed: Buffer): Buffer {
  if (sealed.length < HEADER_BYTES || sealed.readUInt8(0) !== VERSION) throw new Error('not a sealed value');
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(1, 1 + IV_BYTES), {
    authTagLength: TAG_BYTES,
  });
  decipher.setAAD(Buffer.from(placeText(place)));
  decipher.setAuthTag(sealed.subarray(1 + IV_BYTES, HEADER_BYTES));
  return Buffer.concat([decipher.update(sealed.subarray(HEADER_BYTES)), decipher.final()]);
}

const placeText = (place: Place | string): string =>
  typeof place === 'string' ? place : `${place.table}.${place.column}:${place.row}`;
