import { z } from 'zod';
import { NewPasskeyAnswer, Passkey, PasskeyAnswer, PasskeyById } from './passkey.ts';

/** A code of an app (6 digits) or from paper (12), as typed: digits of any script, with anything between them. */
export const TypedCode = z.string().max(64);

/** Exactly one of the two. */
export const GiveSecondFactor = z.union([
  z.strictObject({ code: TypedCode }),
  z.strictObject({ passkey: PasskeyAnswer }),
]);
export type GiveSecondFactor = z.infer<typeof GiveSecondFactor>;

/** What somebody who is signed in shows to prove it is still them; which of them fits depends on who they are. */
export const Prove = z.union([
  z.strictObject({ passphrase: z.string().max(256) }),
  z.strictObject({ code: TypedCode }),
  z.strictObject({ passkey: PasskeyAnswer }),
]);
export type Prove = z.infer<typeof Prove>;

export const ConfirmTotp = z.strictObject({ code: TypedCode });
export type ConfirmTotp = z.infer<typeof ConfirmTotp>;

export const AddStaffPasskey = z.strictObject({ answer: NewPasskeyAnswer });
export type AddStaffPasskey = z.infer<typeof AddStaffPasskey>;

export const RemoveStaffPasskey = PasskeyById;

/** For an app that makes codes: to be scanned, or typed. Shown until it is confirmed. */
export const NewTotp = z.object({ uri: z.string(), secret: z.string() });
export type NewTotp = z.infer<typeof NewTotp>;

/** Ten codes on paper; shown once. Null: the ones that were given before stay good. */
export const RecoveryCodes = z.object({ recoveryCodes: z.array(z.string()).nullable() });
export type RecoveryCodes = z.infer<typeof RecoveryCodes>;

/** What second factors somebody has. */
export const MySecondFactors = z.object({
  totp: z.boolean(),
  passkeys: z.array(Passkey),
  recoveryCodesLeft: z.number().int(),
});
export type MySecondFactors = z.infer<typeof MySecondFactors>;
