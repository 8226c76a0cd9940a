import type { Random } from '../kernel/index.ts';
import { readDigits } from '../vault/index.ts';

/** This many digits, random ones and a check digit: what people write down and type in any script. */
export function makeDigits(random: Random, length: number): string {
  const digits = Array.from({ length: length - 1 }, () => String(random.integer(10))).join('');
  return digits + checkDigit(digits);
}

/** Reads what was typed: digits of any script, with anything between them. Undefined when it can't be one of ours of this length. */
export function parseDigits(typed: string, length: number): string | undefined {
  const digits = readDigits(typed);
  if (digits.length !== length) return undefined;
  return checkDigit(digits.slice(0, -1)) === digits.slice(-1) ? digits : undefined;
}

/** ISO 7064 MOD 11,10: catches every wrong digit and nearly every swap of two. */
function checkDigit(digits: string): string {
  let product = 10;
  for (const digit of digits) {
    const sum = (product + Number(digit)) % 10 || 10;
    product = (sum * 2) % 11;
  }
  return String((11 - product) % 10);
}
