import { z } from 'zod';
import { Id } from './id.ts';
import { TimeZone } from './zone.ts';

/** The limit keeps the work of hashing bounded; 8 is the shortest of design.md. Length counts code points. */
export const Passphrase = z.string().max(256);

/** As typed: spaces, hyphens and digits of any script are understood. */
export const TypedAccessNumber = z.string().max(64);

export const CreateAccount = z.strictObject({ passphrase: Passphrase });
export type CreateAccount = z.infer<typeof CreateAccount>;

export const SignIn = z.strictObject({
  accessNumber: TypedAccessNumber,
  passphrase: Passphrase,
  /** `own`: the person says that this device is theirs alone; the session lasts longer. */
  device: z.enum(['shared', 'own']).default('shared'),
});
export type SignIn = z.infer<typeof SignIn>;

export const ChangePassphrase = z.strictObject({ oldPassphrase: Passphrase, passphrase: Passphrase });
export type ChangePassphrase = z.infer<typeof ChangePassphrase>;

export const SignInStaff = z.strictObject({ name: z.string().max(200), passphrase: Passphrase });
export type SignInStaff = z.infer<typeof SignInStaff>;

export const SetMyZone = z.strictObject({ zone: TimeZone });
export type SetMyZone = z.infer<typeof SetMyZone>;

/** How long the session lasts without further use. */
const secondsLeft = z.number().int();

/** Who the caller is, as the portal needs it. */
export const Me = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('visitor') }),
  z.object({
    kind: z.literal('person'),
    kept: z.boolean(),
    confirmed: z.boolean(),
    zone: TimeZone.nullable(),
    /** Whether they have just proved who they are: what needs that would be done, also in three minutes. */
    proved: z.boolean(),
    secondsLeft,
  }),
  z.object({ kind: z.literal('staff-pending'), enrolled: z.boolean(), secondsLeft }),
  z.object({
    kind: z.literal('counsellor'),
    counsellorId: Id,
    alias: z.string(),
    zone: TimeZone,
    proved: z.boolean(),
    secondsLeft,
  }),
  z.object({
    kind: z.enum(['partner-staff', 'organisation-admin', 'platform-admin']),
    name: z.string(),
    proved: z.boolean(),
    secondsLeft,
  }),
]);
export type Me = z.infer<typeof Me>;

/** The number, shown until the person says that it is kept; then it is gone from here. */
export const NewAccessNumber = z.object({ accessNumber: z.string().nullable() });
export type NewAccessNumber = z.infer<typeof NewAccessNumber>;
