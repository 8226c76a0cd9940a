import { z } from 'zod';
import { Id, Instant } from './id.ts';

/** The counsellor of this appointment says that they have met the person. */
export const ConfirmPerson = z.strictObject({ appointmentId: Id });
export type ConfirmPerson = z.infer<typeof ConfirmPerson>;

/** What a counsellor is told: whether the person is known here, and nothing of by whom. */
export const PersonStanding = z.object({ confirmed: z.boolean() });
export type PersonStanding = z.infer<typeof PersonStanding>;

/** What a person is told: since when they are known here, and by whose word; no name when a code was redeemed. */
export const MyStanding = z.object({
  confirmedAt: Instant.nullable(),
  confirmedBy: z.object({ name: z.string(), organisation: z.string() }).nullable(),
});
export type MyStanding = z.infer<typeof MyStanding>;
