import type { Random } from '../kernel/index.ts';
import { keyedIndex, readDigits } from '../vault/index.ts';

const RANDOM_DIGITS = 12;

/** A new access number: 12 random digits and a check digit, nothing but digits. */
export function makeAccessNumber(random: Random): string {
  const digits = Array.from({ length: RANDOM_DIGITS }, () => String(random.integer(10))).join('');
  return digits + checkDigit(digits);
}

/** Written like a phone number, so that it looks like nothing: `4821 903 771 560`… */
export const formatAccessNumber = (number: string): string =>
  number.replace(/^(\d{4})(\d{3})(\d{3})(\d{3})$/, '$1 $2 $3 $4');

/** Reads what a person typed: digits of any script, with anything between them. Undefined when it can't be a number of ours. */
export function parseAccessNumber(typed: string): string | undefined {
  const digits = readDigits(typed);
  if (digits.length !== RANDOM_DIGITS + 1) return undefined;
  return checkDigit(digits.slice(0, -1)) === digits.slice(-1) ? digits : undefined;
}

/** How the database finds a number that it does not hold. */
export const indexAccessNumber = (lookupKey: Buffer, number: string): Buffer =>
  keyedIndex(lookupKey, 'access-number', number);

/** ISO 7064 MOD 11,10: catches every wrong digit and nearly every swap of two. */
function checkDigit(digits: string): string {
  let product = 10;
  for (const digit of digits) {
    const sum = (product + Number(digit)) % 10 || 10;
    product = (sum * 2) % 11;
  }
  return String((11 - product) % 10);
}
