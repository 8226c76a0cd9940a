import { makeDigits, parseDigits } from '../digits/index.ts';
import type { Random } from '../kernel/index.ts';
import { keyedIndex } from '../vault/index.ts';

const LENGTH = 20;
const HOUR = 3_600_000;

/** For so long a request waits for a second member of staff, and a confirmed one for its code. */
export const REQUEST_LASTS_MS = 24 * HOUR;
/** For so long a one-time code can be used: the person sits beside the counsellor. */
export const CODE_LASTS_MS = HOUR / 2;
/** For so long a person is told that their way in was renewed. */
export const TOLD_FOR_MS = 90 * 24 * HOUR;

export const makeRecoveryCode = (random: Random): string => makeDigits(random, LENGTH);

/** Groups of four, to copy by hand. */
export const formatRecoveryCode = (code: string): string => code.replace(/(\d{4})(?=\d)/g, '$1 ');

/** How a typed code is looked up, also one that can't exist: the work is the same. */
export const indexRecoveryCode = (lookupKey: Buffer, typed: string): Buffer =>
  keyedIndex(lookupKey, 'recovery-code', parseDigits(typed, LENGTH) ?? '');
