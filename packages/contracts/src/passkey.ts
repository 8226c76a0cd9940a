import { z } from 'zod';
import { Id, Instant } from './id.ts';

const Base64Url = (longest: number) =>
  z
    .string()
    .max(longest)
    .regex(/^[A-Za-z0-9_-]*$/);

/** What every answer of a browser's authenticator has around it (WebAuthn, `toJSON()`). What we do not use is let in and dropped. */
const around = {
  id: Base64Url(2048),
  rawId: Base64Url(2048),
  type: z.literal('public-key'),
  authenticatorAttachment: z.string().max(40).nullish(),
  clientExtensionResults: z.record(z.string().max(60), z.unknown()).optional(),
};

/** A new passkey, as the browser hands it over. */
export const NewPasskeyAnswer = z.strictObject({
  ...around,
  response: z.strictObject({
    clientDataJSON: Base64Url(4096),
    attestationObject: Base64Url(16_384),
    authenticatorData: z.string().max(16_384).optional(),
    transports: z.array(z.string().max(40)).max(10).optional(),
    publicKeyAlgorithm: z.number().optional(),
    publicKey: z.string().max(8192).nullish(),
  }),
});
export type NewPasskeyAnswer = z.infer<typeof NewPasskeyAnswer>;

/** A passkey's signature, as the browser hands it over. */
export const PasskeyAnswer = z.strictObject({
  ...around,
  response: z.strictObject({
    clientDataJSON: Base64Url(4096),
    authenticatorData: Base64Url(8192),
    signature: Base64Url(4096),
    userHandle: z.string().max(256).nullish(),
  }),
});
export type PasskeyAnswer = z.infer<typeof PasskeyAnswer>;

export const AddPasskey = z.strictObject({ answer: NewPasskeyAnswer });
export type AddPasskey = z.infer<typeof AddPasskey>;

export const SignInWithPasskey = z.strictObject({
  answer: PasskeyAnswer,
  device: z.enum(['shared', 'own']).default('shared'),
});
export type SignInWithPasskey = z.input<typeof SignInWithPasskey>;

/** A passkey in a list. Nothing tells one from another but when it was added and last used: no browser is stored. */
export const Passkey = z.object({ id: Id, addedAt: Instant, usedAt: Instant.nullable() });
export type Passkey = z.infer<typeof Passkey>;

export const PasskeyById = z.strictObject({ id: Id });
export type PasskeyById = z.infer<typeof PasskeyById>;
