import { z } from 'zod';
import { Instant } from './id.ts';

/** How long a person may think it over, in days. */
export const ERASURE_WAITS = [0, 1, 7, 30] as const;

export const RequestErasure = z.strictObject({ waitDays: z.literal(ERASURE_WAITS) });
export type RequestErasure = z.infer<typeof RequestErasure>;

/** A wish to be erased that is not carried out yet. */
export const PendingErasure = z.object({
  askedAt: Instant,
  dueAt: Instant,
  /** By which the receipt is found afterwards; null when it can't be read any more. */
  receiptNumber: z.string().nullable(),
});
export type PendingErasure = z.infer<typeof PendingErasure>;

/** As typed: digits of any script, with anything between them. */
export const FindReceipt = z.strictObject({ number: z.string().max(64) });
export type FindReceipt = z.infer<typeof FindReceipt>;

/** What is told about a receipt's number. `unknown` is one answer for a wrong number and for none. */
export const FoundReceipt = z.discriminatedUnion('state', [
  z.object({ state: z.literal('done'), receipt: z.string() }),
  z.object({ state: z.literal('waiting') }),
  z.object({ state: z.literal('unknown') }),
]);
export type FoundReceipt = z.infer<typeof FoundReceipt>;
