import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';

const PREFIX = 'hw_live_';
const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
/** 62^43 > 2^256: room for 32 bytes. */
const SECRET_LENGTH = 43;
/** 62^6 > 2^32: room for a CRC-32. */
const CHECKSUM_LENGTH = 6;
const FORM = new RegExp(`^${PREFIX}[0-9A-Za-z]{${SECRET_LENGTH + CHECKSUM_LENGTH}}$`);

/**
 * `hw_live_`, 32 random bytes in base 62 and a CRC-32 of all before it in base 62: 57 letters and digits that a
 * secret scanner can find by their form and confirm by their checksum, without asking us.
 */
export function toApiKey(randomBytes: Buffer): string {
  if (randomBytes.length !== 32) throw new RangeError('a key is made of 32 random bytes');
  const unsigned = `${PREFIX}${base62(BigInt(`0x${randomBytes.toString('hex')}`), SECRET_LENGTH)}`;
  return unsigned + checksum(unsigned);
}

/** Whether it has the form of a key and its checksum is right. Says nothing about whether it was ever given out. */
export function isApiKey(text: string): boolean {
  return FORM.test(text) && checksum(text.slice(0, -CHECKSUM_LENGTH)) === text.slice(-CHECKSUM_LENGTH);
}

/** What the database holds of a key. 256 random bits need no slow hash. */
export const hashApiKey = (key: string): Buffer => createHash('sha256').update(key).digest();

/** The first characters, by which people recognise a key in a list. 24 of its 256 bits. */
export const prefixOfApiKey = (key: string): string => key.slice(0, PREFIX.length + 4);

const checksum = (text: string): string => base62(BigInt(crc32(text)), CHECKSUM_LENGTH);

function base62(value: bigint, length: number): string {
  let digits = '';
  for (let rest = value; digits.length < length; rest /= 62n) {
    digits = DIGITS.charAt(Number(rest % 62n)) + digits;
  }
  return digits;
}
