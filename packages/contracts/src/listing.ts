import { z } from 'zod';
import { Id, Instant, PlainDate } from './id.ts';
import { CountryCode, LanguageTag, Locale } from './language.ts';
import { Line, Paragraphs, WebAddress } from './text.ts';

export const ListingKind = z.enum(['service', 'course', 'job']);
export type ListingKind = z.infer<typeof ListingKind>;

/** What a listing helps with (the taxonomy of care.md 9). */
export const LISTING_TOPICS = [
  'counselling',
  'housing',
  'documents',
  'health',
  'money',
  'debt',
  'legal',
  'family',
  'training',
  'work',
] as const;
export const ListingTopic = z.enum(LISTING_TOPICS);
export type ListingTopic = z.infer<typeof ListingTopic>;

export const Delivery = z.enum(['in-person', 'online', 'phone']);
export type Delivery = z.infer<typeof Delivery>;

export const ListingStatus = z.enum(['published', 'paused', 'withdrawn']);
export type ListingStatus = z.infer<typeof ListingStatus>;

/** Three things, never two: what it costs, that it is free, or that nobody said. */
export const Cost = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('free') }),
  z.strictObject({
    kind: z.literal('paid'),
    amount: z.number().nonnegative().max(1e9).optional(),
    /** ISO 4217. */
    currency: z
      .string()
      .regex(/^[A-Z]{3}$/, 'an ISO 4217 code, such as THB')
      .optional(),
    note: Line(500).optional(),
  }),
  z.strictObject({ kind: z.literal('unknown') }),
]);
export type Cost = z.infer<typeof Cost>;

/** Whether papers are needed: none, these, or nobody said. */
export const Papers = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('none') }),
  z.strictObject({ kind: z.literal('listed'), documents: z.array(Line(200)).min(1).max(30) }),
  z.strictObject({ kind: z.literal('unknown') }),
]);
export type Papers = z.infer<typeof Papers>;

export const PostalAddress = z.strictObject({
  lines: z.array(Line(200)).min(1).max(4),
  city: Line(120).optional(),
  region: Line(120).optional(),
  postalCode: Line(20).optional(),
  latitude: z.number().min(-90).max(90).optional(),
  longitude: z.number().min(-180).max(180).optional(),
});
export type PostalAddress = z.infer<typeof PostalAddress>;

/** How a place may be shown. Only `public` ever carries an address outside the organisation that wrote it. */
export const LocationVisibility = z.enum(['public', 'area', 'contact-first']);
export type LocationVisibility = z.infer<typeof LocationVisibility>;

export const ListingLocation = z.strictObject({
  visibility: LocationVisibility,
  area: Line(120).optional(),
  address: PostalAddress.optional(),
});
export type ListingLocation = z.infer<typeof ListingLocation>;

export const ListingContact = z.strictObject({
  phone: Line(60).optional(),
  email: z.email().max(254).optional(),
  url: WebAddress.optional(),
});
export type ListingContact = z.infer<typeof ListingContact>;

export const CourseDetails = z.strictObject({
  startsOn: PlainDate.optional(),
  hoursTotal: z.number().positive().max(20000).optional(),
  certificate: Line(200).optional(),
  evening: z.boolean().optional(),
  childcare: z.boolean().optional(),
});
export type CourseDetails = z.infer<typeof CourseDetails>;

export const JobDetails = z.strictObject({
  employer: Line(200),
  /** ISCO-08, one to four digits. */
  occupation: z
    .string()
    .regex(/^\d{1,4}$/, 'an ISCO-08 code of one to four digits')
    .optional(),
  pay: z
    .strictObject({
      minimum: z.number().nonnegative().max(1e10),
      maximum: z.number().nonnegative().max(1e10).optional(),
      currency: z.string().regex(/^[A-Z]{3}$/, 'an ISO 4217 code, such as THB'),
      period: z.enum(['hour', 'day', 'week', 'month', 'year']),
    })
    .optional(),
  hoursPerWeek: z.number().positive().max(100).optional(),
  accommodation: z.boolean().optional(),
  closesOn: PlainDate.optional(),
});
export type JobDetails = z.infer<typeof JobDetails>;

/** The partner's own id of a listing, unique for one organisation and kind. */
export const ExternalId = Line(200);

/** One language's text of a listing. */
export const ListingText = z.strictObject({
  language: LanguageTag,
  title: Line(200),
  description: Paragraphs(10000),
});
export type ListingText = z.infer<typeof ListingText>;

const upsertFields = {
  externalId: ExternalId,
  /** The first is the original; the others are translations of it. */
  texts: z.array(ListingText).min(1).max(20),
  /** Who offers it, when it is not the publishing organisation itself. */
  provider: Line(200).optional(),
  country: CountryCode,
  topics: z.array(ListingTopic).max(10).default([]),
  /** Languages in which it is offered. */
  languages: z.array(LanguageTag).max(40).default([]),
  delivery: z.array(Delivery).max(3).default([]),
  cost: Cost.default({ kind: 'unknown' }),
  papers: Papers.default({ kind: 'unknown' }),
  location: ListingLocation,
  contact: ListingContact.default({}),
};

/** Publish a listing, or replace it whole, by the partner's own id. */
export const UpsertListing = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('service'), ...upsertFields }),
  z.strictObject({ kind: z.literal('course'), ...upsertFields, course: CourseDetails.default({}) }),
  z.strictObject({ kind: z.literal('job'), ...upsertFields, job: JobDetails }),
]);
export type UpsertListing = z.infer<typeof UpsertListing>;

/** What a visitor may filter by; all filters combine with AND. */
export const BrowseListings = z.strictObject({
  locale: Locale,
  kind: ListingKind.optional(),
  topic: ListingTopic.optional(),
  country: CountryCode.optional(),
  language: LanguageTag.optional(),
  delivery: Delivery.optional(),
  free: z.boolean().optional(),
  noPapers: z.boolean().optional(),
  words: z.string().max(200).optional(),
  cursor: z.string().max(200).optional(),
  limit: z.number().int().min(1).max(50).default(20),
});
export type BrowseListings = z.infer<typeof BrowseListings>;

/** A text with the language it is really in, so that a page can say "shown in Thai" and set `lang`. */
export const ShownText = z.object({ text: z.string(), language: LanguageTag });
export type ShownText = z.infer<typeof ShownText>;

export const ListingSummary = z.object({
  id: Id,
  kind: ListingKind,
  title: ShownText,
  /** The first sentences of the description. */
  summary: ShownText,
  /** Who offers it. */
  offeredBy: z.string(),
  country: CountryCode,
  area: z.string().nullable(),
  topics: z.array(ListingTopic),
  languages: z.array(LanguageTag),
  delivery: z.array(Delivery),
  cost: Cost,
  papers: Papers,
  visibility: LocationVisibility,
  fictional: z.boolean(),
});
export type ListingSummary = z.infer<typeof ListingSummary>;

export const ListingPage = z.object({
  listings: z.array(ListingSummary),
  total: z.number().int(),
  nextCursor: z.string().nullable(),
  /** What the other filters leave to choose from, so that a form offers no dead ends. */
  countries: z.array(CountryCode),
  languages: z.array(LanguageTag),
});
export type ListingPage = z.infer<typeof ListingPage>;

/** A listing as anybody may read it: `address` is null unless the place is `public`. */
export const Listing = ListingSummary.extend({
  description: ShownText,
  /** The organisation that published it here. */
  publishedBy: z.string(),
  address: PostalAddress.nullable(),
  contact: ListingContact,
  course: CourseDetails.nullable(),
  job: JobDetails.nullable(),
  updatedAt: Instant,
});
export type Listing = z.infer<typeof Listing>;

export const GetListing = z.strictObject({ id: Id, locale: Locale });
