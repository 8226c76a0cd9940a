import { makeDigits, parseDigits } from '../digits/index.ts';
import type { Random } from '../kernel/index.ts';
import { keyedIndex } from '../vault/index.ts';

const LENGTH = 13;

/** A new access number: 12 random digits and a check digit, nothing but digits. */
export const makeAccessNumber = (random: Random): string => makeDigits(random, LENGTH);

/** Written like a phone number, so that it looks like nothing: `4821 903 771 560`… */
export const formatAccessNumber = (number: string): string =>
  number.replace(/^(\d{4})(\d{3})(\d{3})(\d{3})$/, '$1 $2 $3 $4');

/** Reads what a person typed: digits of any script, with anything between them. Undefined when it can't be a number of ours. */
export const parseAccessNumber = (typed: string): string | undefined => parseDigits(typed, LENGTH);

/** How the database finds a number that it does not hold. */
export const indexAccessNumber = (lookupKey: Buffer, number: string): Buffer =>
  keyedIndex(lookupKey, 'access-number', number);
