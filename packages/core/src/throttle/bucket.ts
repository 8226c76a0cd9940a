import { createHmac } from 'node:crypto';

const BYTES = 16;

/** Where tries at the same thing are counted. Keyed: whoever reads the table can't ask whether a number or name is among them. */
export const bucketOf = (lookupKey: Buffer, kind: string, typed: string): Buffer =>
  createHmac('sha256', lookupKey).update(`throttle:${kind}:${typed}`).digest().subarray(0, BYTES);
