import { z } from 'zod';
import { ContactChannel } from './contact.ts';
import { Weekday } from './counsellor.ts';
import { Id, Instant } from './id.ts';
import { LanguageTag, Locale } from './language.ts';
import { Line } from './text.ts';
import { TimeZone } from './zone.ts';

/** What a person may let a recipient know: a closed list. */
export const SHARED_FIELDS = ['alias', 'languages', 'zone', 'contact'] as const;
export const SharedField = z.enum(SHARED_FIELDS);
export type SharedField = z.infer<typeof SharedField>;

/** What for: a closed list. */
export const CONSENT_PURPOSES = [
  'get-in-touch',
  'prepare-meeting',
  'find-offer',
  'help-with-papers',
] as const;
export const ConsentPurpose = z.enum(CONSENT_PURPOSES);
export type ConsentPurpose = z.infer<typeof ConsentPurpose>;

/** An organisation, or one counsellor. There is no "everybody". */
export const Recipient = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('organisation'), organisationId: Id }),
  z.strictObject({ kind: z.literal('counsellor'), staffId: Id }),
]);
export type Recipient = z.infer<typeof Recipient>;

/** Takes the place of an earlier consent to the same recipient. */
export const GrantConsent = z.strictObject({
  recipient: Recipient,
  purpose: ConsentPurpose,
  fields: z
    .array(SharedField)
    .min(1)
    .max(SHARED_FIELDS.length)
    .transform((fields) => [...new Set(fields)]),
  /** For how long. */
  days: z.number().int().min(1).max(180).default(30),
});
export type GrantConsent = z.input<typeof GrantConsent>;

export const ConsentById = z.strictObject({ consentId: Id });

/** A consent as its person sees it. */
export const MyConsent = z.object({
  id: Id,
  recipient: z.object({
    kind: z.enum(['organisation', 'counsellor']),
    name: z.string(),
    organisation: z.string(),
  }),
  purpose: ConsentPurpose,
  fields: z.array(SharedField),
  grantedAt: Instant,
  /** When it ends, or ended. */
  endsAt: Instant,
  status: z.enum(['active', 'withdrawn', 'expired']),
});
export type MyConsent = z.infer<typeof MyConsent>;

/** Whom a person may choose. */
export const PossibleRecipient = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('organisation'), organisationId: Id, name: z.string() }),
  z.object({ kind: z.literal('counsellor'), staffId: Id, name: z.string(), organisation: z.string() }),
]);
export type PossibleRecipient = z.infer<typeof PossibleRecipient>;

/** The few things that a person may say of themselves; each may be left out, and null takes one away. */
export const SetMyFacts = z.strictObject({
  alias: Line(60).nullable(),
  languages: z.array(LanguageTag).max(10),
});
export type SetMyFacts = z.infer<typeof SetMyFacts>;

export const MyFacts = z.object({ alias: z.string().nullable(), languages: z.array(LanguageTag) });
export type MyFacts = z.infer<typeof MyFacts>;

/** What somebody shares with us, in a list. */
export const SharedWithUs = z.object({
  consentId: Id,
  /** The alias where that is shared, else a word that says nothing. */
  name: z.string(),
  purpose: ConsentPurpose,
  fields: z.array(SharedField),
  endsAt: Instant,
});
export type SharedWithUs = z.infer<typeof SharedWithUs>;

/** Exactly the fields of the consent: what is not shared is not there; what is shared and was never said is null. */
export const SharedFields = z.strictObject({
  consentId: Id,
  purpose: ConsentPurpose,
  endsAt: Instant,
  alias: z.string().nullable().optional(),
  languages: z.array(LanguageTag).optional(),
  zone: TimeZone.nullable().optional(),
  /** Null also when the person has not said for eight weeks that it is right. */
  contact: z
    .strictObject({
      channel: ContactChannel,
      address: z.string(),
      mayLeaveMessage: z.boolean(),
      days: z.array(Weekday),
      from: z.string(),
      to: z.string(),
      zone: TimeZone,
      language: Locale,
    })
    .nullable()
    .optional(),
});
export type SharedFields = z.infer<typeof SharedFields>;
