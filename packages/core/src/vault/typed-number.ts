import { createHmac } from 'node:crypto';

/** The digits of what a person typed, in any script and with anything between them, as ASCII. */
export const readDigits = (typed: string): string => [...typed].map(toAsciiDigit).join('');

/** Unicode keeps decimal digits in runs of ten, zero first; anything that is no digit becomes nothing. */
function toAsciiDigit(character: string): string {
  if (!/^\p{Nd}$/u.test(character)) return '';
  const code = character.codePointAt(0) ?? 0;
  let before = 0;
  while (/^\p{Nd}$/u.test(String.fromCodePoint(code - before - 1))) before++;
  return String(before % 10);
}

/** How a database finds a number that it does not hold: HMAC-SHA-256 under the look-up key, another for each use. */
export const keyedIndex = (lookupKey: Buffer, use: string, text: string): Buffer =>
  createHmac('sha256', lookupKey).update(`${use}:${text}`).digest();
