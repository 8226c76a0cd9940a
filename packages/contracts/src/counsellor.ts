import { z } from 'zod';
import { Id, Instant, PlainDate, PlainTime } from './id.ts';
import { CountryCode, LanguageTag, Locale } from './language.ts';
import { Line, Paragraphs } from './text.ts';
import { TimeZone } from './zone.ts';

/** How to meet. `chat` is written, at a time of its own; where is told like the rest of how to meet. */
export const Modality = z.enum(['in-person', 'video', 'phone', 'chat']);
export type Modality = z.infer<typeof Modality>;

/** What somebody who keeps appointments does: a talk, health, law and papers, work and training. */
export const Practice = z.enum(['counselling', 'health', 'legal', 'work']);
export type Practice = z.infer<typeof Practice>;

/** What a counsellor says of themselves, for people who would rather see a woman, or a man. */
export const Gender = z.enum(['woman', 'man', 'other']);
export type Gender = z.infer<typeof Gender>;

/** What a counsellor can help with, of those needs that people come with. */
export const Topic = z.enum([
  'feelings',
  'sleep',
  'health',
  'family',
  'safety',
  'housing',
  'papers',
  'debt',
  'money',
  'legal',
  'training',
  'work',
]);
export type Topic = z.infer<typeof Topic>;

/** RFC 5545 day words. */
export const Weekday = z.enum(['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']);
export type Weekday = z.infer<typeof Weekday>;

/** A counsellor as anybody may see one. */
export const Counsellor = z.object({
  id: Id,
  alias: z.string(),
  organisation: z.string(),
  country: z.string(),
  /** Where they meet in person: a town, never an address. */
  area: z.string().nullable(),
  languages: z.array(LanguageTag),
  modalities: z.array(Modality),
  practice: Practice,
  /** Null when they did not say. */
  gender: Gender.nullable(),
  topics: z.array(Topic),
  /** Whether what a person asks for is a request first, until the counsellor says yes. */
  confirmsByHand: z.boolean(),
  lengthMinutes: z.number().int(),
  zone: TimeZone,
  about: z.object({ text: z.string(), language: LanguageTag }).nullable(),
  fictional: z.boolean(),
});
export type Counsellor = z.infer<typeof Counsellor>;

const wishes = {
  practice: Practice.optional(),
  language: LanguageTag.optional(),
  gender: Gender.optional(),
  topic: Topic.optional(),
  modality: Modality.optional(),
  organisationId: Id.optional(),
  country: CountryCode.optional(),
  /** With a clock that is at most three hours from the clock here, so that their hours are waking hours. */
  near: TimeZone.optional(),
};
/** What somebody wishes for in whom they meet. What is not said makes no difference. */
export const CounsellorWishes = z.strictObject(wishes);
export type CounsellorWishes = z.infer<typeof CounsellorWishes>;
export const CounsellorWish = CounsellorWishes.keyof();
export type CounsellorWish = z.infer<typeof CounsellorWish>;

export const ListCounsellors = z.strictObject({ locale: Locale, ...wishes });
export type ListCounsellors = z.infer<typeof ListCounsellors>;

export const GetCounsellor = z.strictObject({ id: Id, locale: Locale });

/** Half-open `[startsAt, endsAt)`. */
export const FreeSlot = z.object({
  startsAt: Instant,
  endsAt: Instant,
  modalities: z.array(Modality),
  /** The town in which people are met in person at this time, when it is not the counsellor's own. */
  area: z.string().nullable(),
});
export type FreeSlot = z.infer<typeof FreeSlot>;

/** Free times of one counsellor; the window is at most 31 days and cut to the counsellor's notice and horizon. */
export const ListFreeSlots = z.strictObject({
  counsellorId: Id,
  from: Instant,
  to: Instant,
  /** The person's appointment that is to be moved: its own time is not in its way. */
  movingId: Id.optional(),
});
export type ListFreeSlots = z.infer<typeof ListFreeSlots>;

/** The soonest free time of each counsellor, soonest first. */
export const ListSoonest = z.strictObject({
  locale: Locale,
  ...wishes,
  limit: z.number().int().min(1).max(20).default(3),
});
export const Soonest = z.object({ counsellor: Counsellor, slot: FreeSlot });
export type Soonest = z.infer<typeof Soonest>;

/** Those who fit, each with their next free time, and what there is to choose from. */
export const FindCounsellors = z.strictObject({
  locale: Locale,
  ...wishes,
  sort: z.enum(['soonest', 'name']).default('soonest'),
  limit: z.number().int().min(1).max(60).default(20),
});
export const FoundCounsellors = z.object({
  /** The first of them; `slot` is null for whoever has no free time. */
  people: z.array(z.object({ counsellor: Counsellor, slot: FreeSlot.nullable() })),
  /** How many fit in all. */
  total: z.number().int(),
  /** When nobody does: how many would without one of the wishes, most first. */
  without: z.array(z.object({ wish: CounsellorWish, count: z.number().int() })),
  choices: z.object({
    languages: z.array(LanguageTag),
    countries: z.array(z.string()),
    organisations: z.array(z.object({ id: Id, name: z.string() })),
  }),
});
export type FoundCounsellors = z.infer<typeof FoundCounsellors>;

/** Says that there is nobody for these wishes. It is counted, and nothing is kept of who said it. */
export const SayMissing = CounsellorWishes.pick({ practice: true, language: true, modality: true });
export type SayMissing = z.infer<typeof SayMissing>;

/** One set of opening hours, in the counsellor's own wall time, every week. `to` may be `24:00`. */
export const WeeklyRule = z.strictObject({
  days: z.array(Weekday).min(1).max(7),
  from: PlainTime,
  to: z.union([PlainTime, z.literal('24:00')]),
  modalities: z.array(Modality).max(Modality.options.length).default([]),
  /** Where people are met in person in these hours; without one it is told under how to meet. */
  placeId: Id.optional(),
  validFrom: PlainDate.optional(),
  validUntil: PlainDate.optional(),
});
export type WeeklyRule = z.infer<typeof WeeklyRule>;

/** Replaces all weekly hours of the signed-in counsellor. Hours of one day must not overlap and must end after they begin. */
export const SetWeeklyHours = z.strictObject({ rules: z.array(WeeklyRule).max(100) });
export type SetWeeklyHours = z.infer<typeof SetWeeklyHours>;

/** How to meet, told only to a person who has an appointment. An empty string takes the text away. */
export const SetMeetingDetails = z.strictObject({
  details: z.partialRecord(Modality, z.union([Paragraphs(1000), z.literal('')])),
});
export type SetMeetingDetails = z.infer<typeof SetMeetingDetails>;

/** Made by an operator; sign-in name and first passphrase are handed over in person. */
export const CreateCounsellor = z.strictObject({
  organisationId: Id,
  signInName: Line(120),
  passphrase: z.string().min(15, 'staff passphrases have at least 15 characters').max(256),
  alias: Line(60),
  country: CountryCode,
  area: Line(120).optional(),
  zone: TimeZone,
  languages: z.array(LanguageTag).min(1).max(20),
  modalities: z.array(Modality).min(1),
  about: z.array(z.strictObject({ language: LanguageTag, text: Paragraphs(1000) })).default([]),
  practice: Practice.default('counselling'),
  gender: Gender.optional(),
  topics: z.array(Topic).max(Topic.options.length).default([]),
  confirmsByHand: z.boolean().default(false),
  /** Whether people whom nobody here knows yet may book them. */
  acceptsNewcomers: z.boolean().default(true),
  lengthMinutes: z.number().int().min(10).max(240).default(50),
  stepMinutes: z.number().int().min(5).max(240).default(60),
  bufferBeforeMinutes: z.number().int().min(0).max(120).default(0),
  bufferAfterMinutes: z.number().int().min(0).max(120).default(10),
  noticeMinutes: z.number().int().min(0).max(20160).default(120),
  horizonDays: z.number().int().min(1).max(365).default(60),
  maxPerDay: z.number().int().min(1).max(48).default(8),
});
export type CreateCounsellor = z.input<typeof CreateCounsellor>;
