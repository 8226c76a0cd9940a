import { makeDigits, parseDigits } from '../digits/index.ts';
import type { Random } from '../kernel/index.ts';
import { keyedIndex } from '../vault/index.ts';

const LENGTH = 13;

export const makeInvitationCode = (random: Random): string => makeDigits(random, LENGTH);

/** Looks like a phone number, as the access number does. */
export const formatInvitationCode = (code: string): string =>
  code.replace(/^(\d{4})(\d{3})(\d{3})(\d{3})$/, '$1 $2 $3 $4');

/** How a typed code is looked up, also one that can't exist: the work is the same. */
export const indexInvitationCode = (lookupKey: Buffer, typed: string): Buffer =>
  keyedIndex(lookupKey, 'invitation-code', parseDigits(typed, LENGTH) ?? '');
