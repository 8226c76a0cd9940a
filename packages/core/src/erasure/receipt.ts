import { type Random, toInstant } from '../kernel/index.ts';
import { isSignedBy, keyedIndex, readDigits, signText } from '../vault/index.ts';

const DIGITS = 16;
const USE = 'erasure-receipt';
/** Signed as it stands, in one language, so that it means the same for ever. It says nothing of what was here, or for whom. */
const STATEMENT =
  'Everything that was kept under the account of this receipt was erased, and the key to it was destroyed.';

/** A new receipt's number: nothing but random digits. */
export const makeReceiptNumber = (random: Random): string =>
  Array.from({ length: DIGITS }, () => String(random.integer(10))).join('');

export const formatReceiptNumber = (number: string): string => number.replace(/(\d{4})(?=\d)/g, '$1 ');

/** How a receipt is found without its number being kept; also for what can't be a number of ours. */
export function indexReceipt(lookupKey: Buffer, typed: string): Buffer {
  const digits = readDigits(typed);
  return keyedIndex(lookupKey, USE, digits.length === DIGITS ? digits : '');
}

/** Four lines: the number, when it was carried out, what, and an Ed25519 signature over these three. */
export function writeReceipt(lookupKey: Buffer, number: string, erasedAt: Date): string {
  const text = [`Receipt ${formatReceiptNumber(readDigits(number))}`, toInstant(erasedAt), STATEMENT].join(
    '\n',
  );
  return `${text}\n${signText(lookupKey, USE, text)}`;
}

/** Whether a receipt was written by us and not changed since. */
export function isReceiptOurs(lookupKey: Buffer, receipt: string): boolean {
  const lines = receipt
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const signature = lines.pop() ?? '';
  return isSignedBy(lookupKey, USE, lines.join('\n'), signature);
}
