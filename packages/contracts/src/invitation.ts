import { z } from 'zod';
import { Id, Instant } from './id.ts';
import { Line } from './text.ts';

/** As typed: spaces, hyphens and digits of any script are understood. */
export const TypedCode = z.string().max(64);

export const CreateInvitations = z.strictObject({
  /** For the organisation's own eyes. */
  label: Line(80),
  codes: z.number().int().min(1).max(100),
  usesEach: z.number().int().min(1).max(20).default(1),
  lastsDays: z.number().int().min(1).max(180).default(30),
});
export type CreateInvitations = z.infer<typeof CreateInvitations>;

/** The codes themselves, told this once; written like `4821 903 771 560`. */
export const NewInvitations = z.object({
  id: Id,
  codes: z.array(z.string()),
  expiresAt: Instant,
  organisation: z.string(),
});
export type NewInvitations = z.infer<typeof NewInvitations>;

/** A batch as its organisation sees it: how much of it was used, and never by whom or when. */
export const InvitationBatch = z.object({
  id: Id,
  label: z.string(),
  codes: z.number().int(),
  usesEach: z.number().int(),
  usesLeft: z.number().int(),
  createdAt: Instant,
  expiresAt: Instant,
  state: z.enum(['open', 'used-up', 'expired', 'withdrawn']),
});
export type InvitationBatch = z.infer<typeof InvitationBatch>;

export const InvitationBatchById = z.strictObject({ id: Id });

export const RedeemInvitation = z.strictObject({ code: TypedCode });
export type RedeemInvitation = z.infer<typeof RedeemInvitation>;
