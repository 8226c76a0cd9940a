import { z } from 'zod';
import { Modality, Practice } from './counsellor.ts';
import { Id, Instant } from './id.ts';
import { LanguageTag, Locale } from './language.ts';
import { Line, Paragraphs } from './text.ts';
import { TimeZone } from './zone.ts';

/** What a group session is about, in one language. */
export const GroupText = z.strictObject({
  language: LanguageTag,
  title: Line(120),
  words: Paragraphs(1000).optional(),
});
export type GroupText = z.infer<typeof GroupText>;

/** A session for several, led by the signed-in counsellor; not to be seen before it is published. */
export const CreateGroup = z.strictObject({
  texts: z
    .array(GroupText)
    .min(1)
    .max(10)
    .refine(
      (texts) => new Set(texts.map(({ language }) => language)).size === texts.length,
      'once a language',
    ),
  practice: Practice,
  /** In which it is held. */
  language: LanguageTag,
  modality: Modality,
  /** Where, for one in person at a place of the organisation; it has to hold everybody who joins and the counsellor. */
  roomId: Id.optional(),
  seats: z.number().int().min(2).max(100),
  startsAt: Instant,
  lengthMinutes: z.number().int().min(15).max(480),
  opensToNewcomers: z.boolean().default(false),
});
export type CreateGroup = z.input<typeof CreateGroup>;

export const GroupById = z.strictObject({ id: Id });

export const MoveGroup = z.strictObject({ id: Id, startsAt: Instant });

export const ListGroups = z.strictObject({ locale: Locale });
export const GetGroup = z.strictObject({ id: Id, locale: Locale });

export const JoinGroup = z.strictObject({
  id: Id,
  /** The zone in which the person saw the time. */
  zone: TimeZone,
  /** What the person wants to be called, if anything. Only the counsellor sees it. */
  callMe: Line(60).optional(),
});
export type JoinGroup = z.infer<typeof JoinGroup>;

const shown = {
  id: Id,
  startsAt: Instant,
  endsAt: Instant,
  modality: Modality,
  language: LanguageTag.nullable(),
  practice: Practice,
};

/** What a person sees of a group session: how many places are free, and nobody else who comes. */
export const Group = z.object({
  ...shown,
  title: z.string(),
  words: z.string().nullable(),
  /** The language of title and words. */
  textLanguage: LanguageTag,
  counsellor: z.object({ id: Id, alias: z.string(), organisation: z.string() }),
  placesFree: z.number().int(),
  /** The person's own appointment in it, once they have joined. */
  mySeatId: Id.nullable(),
});
export type Group = z.infer<typeof Group>;

/** What its counsellor sees. */
export const LedGroup = z.object({
  ...shown,
  texts: z.array(GroupText),
  opensToNewcomers: z.boolean(),
  published: z.boolean(),
  cancelled: z.boolean(),
  seats: z.number().int(),
  /** Somebody joined or gave their seat back since the counsellor last looked. */
  isNew: z.boolean(),
  /** Who comes, by what they want to be called; null for who said nothing. */
  joined: z.array(z.object({ seatId: Id, reference: z.string(), callMe: z.string().nullable() })),
});
export type LedGroup = z.infer<typeof LedGroup>;
