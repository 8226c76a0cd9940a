import { z } from 'zod';
import { AppointmentStatus } from './booking.ts';
import { ContactChannel } from './contact.ts';
import { Modality, Weekday } from './counsellor.ts';
import { Id, Instant, PlainDate } from './id.ts';
import { LanguageTag, Locale } from './language.ts';
import { Paragraphs } from './text.ts';
import { TimeZone } from './zone.ts';

/** Why somebody opens what a person wrote although they do not look after them. */
export const BreakGlassReason = z.enum([
  'danger-to-life',
  'colleague-unreachable',
  'person-asked',
  'legal-duty',
]);
export type BreakGlassReason = z.infer<typeof BreakGlassReason>;

export const MOST_NOTE = 500;

/** Whom it is about is said by an appointment's short word and its day where the counsellor is: nobody is searched for. */
export const OpenBreakGlass = z.strictObject({
  /** `A-4821`; the letter may be left out. */
  reference: z
    .string()
    .max(20)
    .transform((typed) => typed.normalize('NFKC').replace(/\s/g, '').toUpperCase())
    .pipe(z.string().regex(/^(A-?)?\d{4,8}$/, 'the short word of an appointment, such as A-4821'))
    .transform((word) => `A-${word.replace(/^A?-?/, '')}`),
  on: PlainDate,
  reason: BreakGlassReason,
  /** Why, in a sentence. The person can read it. */
  note: Paragraphs(MOST_NOTE),
});
export type OpenBreakGlass = z.infer<typeof OpenBreakGlass>;

export const BreakGlassById = z.strictObject({ id: Id });

/** How the person said they may be reached, also where it is no longer safe to be used unasked: staff must decide. */
export const UrgentContact = z.object({
  channel: ContactChannel,
  address: z.string(),
  mayLeaveMessage: z.boolean(),
  days: z.array(Weekday),
  from: z.string(),
  to: z.string(),
  zone: TimeZone,
  language: Locale,
  confirmedAt: Instant,
  /** Confirmed so long ago that nothing is sent there. */
  isStale: z.boolean(),
  /** Whether now is a time at which they said they may be reached. */
  isWithinHours: z.boolean(),
});
export type UrgentContact = z.infer<typeof UrgentContact>;

/** What is open for an hour. */
export const OpenedRecord = z.object({
  reference: z.string(),
  until: Instant,
  /** Null when they said nothing, or took it back. */
  contact: UrgentContact.nullable(),
  /** From when on another contact is to count; which one is not told. */
  contactChangesAt: Instant.nullable(),
  /** The person's appointments with this organisation that are not over, by start. */
  appointments: z.array(
    z.object({
      id: Id,
      reference: z.string(),
      status: AppointmentStatus,
      startsAt: Instant,
      endsAt: Instant,
      modality: Modality,
      language: LanguageTag.nullable(),
      callMe: z.string().nullable(),
      counsellor: z.string(),
      /** The zone of the counsellor. */
      zone: z.string(),
    }),
  ),
});
export type OpenedRecord = z.infer<typeof OpenedRecord>;

/** Fifty at most, the newest first; from the one before `before` on. */
export const ListBreakGlasses = z.strictObject({ before: Id.optional() });
export type ListBreakGlasses = z.infer<typeof ListBreakGlasses>;

/** One emergency, as those who answer for it see it: nothing that the person wrote, and not what was noted. */
export const BreakGlassEntry = z.object({
  id: Id,
  reference: z.string(),
  reason: BreakGlassReason,
  name: z.string(),
  role: z.enum(['counsellor', 'partner-staff', 'organisation-admin', 'platform-admin']),
  organisation: z.string(),
  at: Instant,
  until: Instant,
  isNew: z.boolean(),
});
export type BreakGlassEntry = z.infer<typeof BreakGlassEntry>;

export const BreakGlassPage = z.object({
  entries: z.array(BreakGlassEntry),
  /** What to ask for next; null at the end. */
  before: Id.nullable(),
});
export type BreakGlassPage = z.infer<typeof BreakGlassPage>;
