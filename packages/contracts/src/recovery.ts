import { z } from 'zod';
import { Passphrase } from './account.ts';
import { Id, Instant } from './id.ts';

/** The spare code of a card, told this once; written in groups of four digits. */
export const NewSpareCode = z.object({ code: z.string() });
export type NewSpareCode = z.infer<typeof NewSpareCode>;

/** What a person is told of their spare ways in: since when their card counts, and what was renewed in the last 90 days. */
export const MyRecovery = z.object({
  cardSince: Instant.nullable(),
  renewals: z.array(z.object({ at: Instant, by: z.array(z.string()) })),
});
export type MyRecovery = z.infer<typeof MyRecovery>;

/** From an appointment of the counsellor's, with the person beside them. */
export const StartRecovery = z.strictObject({ appointmentId: Id });
export type StartRecovery = z.infer<typeof StartRecovery>;

export const RecoveryById = z.strictObject({ id: Id });

/** What waits for a second member of staff: who asks, for which appointment. Nothing of the person. */
export const RecoveryToConfirm = z.object({
  id: Id,
  startedBy: z.string(),
  reference: z.string().nullable(),
  startedAt: Instant,
});
export type RecoveryToConfirm = z.infer<typeof RecoveryToConfirm>;

/** What the counsellor started: waits for a colleague, may be shown, was shown, or was used. */
export const StartedRecovery = z.object({
  id: Id,
  appointmentId: Id.nullable(),
  reference: z.string().nullable(),
  startedAt: Instant,
  confirmedBy: z.string().nullable(),
  state: z.enum(['waiting', 'confirmed', 'shown', 'used', 'over']),
});
export type StartedRecovery = z.infer<typeof StartedRecovery>;

/** The one-time code, told this once. */
export const OneTimeCode = z.object({ code: z.string(), expiresAt: Instant });
export type OneTimeCode = z.infer<typeof OneTimeCode>;

export const RecoverAccount = z.strictObject({ code: z.string().max(64), passphrase: Passphrase });
export type RecoverAccount = z.infer<typeof RecoverAccount>;
