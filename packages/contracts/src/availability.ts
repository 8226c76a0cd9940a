import { z } from 'zod';
import { Gender, Modality, Practice, Topic, WeeklyRule } from './counsellor.ts';
import { Id, Instant, PlainDate, PlainTime } from './id.ts';
import { CountryCode, LanguageTag, Locale } from './language.ts';
import { Line, Paragraphs } from './text.ts';
import { TimeZone } from './zone.ts';

/** What people see of the signed-in counsellor, as they say it themselves. The first text about them is the original. */
export const SetProfile = z.strictObject({
  alias: Line(60),
  practice: Practice,
  languages: z.array(LanguageTag).min(1).max(20),
  topics: z.array(Topic).max(Topic.options.length),
  modalities: z.array(Modality).min(1).max(Modality.options.length),
  /** Null: not said. */
  gender: Gender.nullable(),
  area: Line(120).nullable(),
  about: z.array(z.strictObject({ language: LanguageTag, text: Paragraphs(1000) })).max(10),
  acceptsNewcomers: z.boolean(),
  confirmsByHand: z.boolean(),
});
export type SetProfile = z.infer<typeof SetProfile>;

const count = (least: number, most: number) => z.number().int().min(least).max(most);

/** What bounds the times that can be booked. Null: no such bound. */
export const Limits = z.strictObject({
  lengthMinutes: count(10, 240),
  /** From one start to the next. */
  stepMinutes: count(5, 240),
  bufferBeforeMinutes: count(0, 120),
  bufferAfterMinutes: count(0, 120),
  noticeMinutes: count(0, 20160),
  horizonDays: count(1, 365),
  maxPerDay: count(1, 48),
  longestRunMinutes: count(10, 720).nullable(),
  breakMinutes: count(5, 240).nullable(),
});
export type Limits = z.infer<typeof Limits>;

/** Sets all limits of the signed-in counsellor. The longest run holds at least one appointment. */
export const SetLimits = Limits.refine(
  ({ longestRunMinutes, lengthMinutes }) => longestRunMinutes === null || longestRunMinutes >= lengthMinutes,
  { path: ['longestRunMinutes'], message: 'must be at least as long as an appointment' },
);
export type SetLimits = z.infer<typeof SetLimits>;

/** Hours on one date, in the counsellor's own wall time. */
export const DayHours = WeeklyRule.pick({ from: true, to: true, modalities: true, placeId: true });
export type DayHours = z.infer<typeof DayHours>;

/** Other hours on a date, in place of the weekly ones and of a holiday; none: closed on that date. */
export const SetOverride = z.strictObject({ date: PlainDate, hours: z.array(DayHours).max(10) });
export type SetOverride = z.infer<typeof SetOverride>;

/** The weekly hours count again on that date. */
export const RemoveOverride = z.strictObject({ date: PlainDate });

/** A moment on the counsellor's own wall; without a time, a whole day. */
const WallMoment = z.strictObject({ date: PlainDate, time: PlainTime.optional() });

/** Away from here until there, in the counsellor's own wall time. A day without a time counts whole, the last one too. */
export const AddTimeOff = z.strictObject({ from: WallMoment, until: WallMoment });
export type AddTimeOff = z.infer<typeof AddTimeOff>;

export const RemoveTimeOff = z.strictObject({ id: Id });

/** Half-open `[startsAt, endsAt)`. */
export const TimeOff = z.object({ id: Id, startsAt: Instant, endsAt: Instant });
export type TimeOff = z.infer<typeof TimeOff>;

/** A region of a country, as the list of holidays names it, such as `07`. */
const Region = z.string().regex(/^[A-Za-z0-9-]{1,12}$/, 'a region such as 07');

/** Whose public holidays are free days of the signed-in counsellor; no country: none. */
export const SetHolidays = z
  .strictObject({ country: CountryCode.nullable(), region: Region.nullable() })
  .refine(({ country, region }) => country !== null || region === null, {
    path: ['region'],
    message: 'needs its country',
  });
export type SetHolidays = z.infer<typeof SetHolidays>;

/** The signed-in counsellor's public holidays of the next twelve months. */
export const ListHolidays = z.strictObject({ locale: Locale });

export const Holiday = z.object({
  date: PlainDate,
  name: z.string(),
  /** The counsellor said what they do on that date, so the holiday has no effect. */
  worked: z.boolean(),
  /** Whether the weekly hours of that date would have any. */
  hasHours: z.boolean(),
});
export type Holiday = z.infer<typeof Holiday>;

/** Countries whose holidays are known, and the regions of one of them. */
export const ListHolidayCountries = z.strictObject({ country: CountryCode.optional(), locale: Locale });
export const HolidayCountries = z.object({
  countries: z.array(CountryCode),
  regions: z.array(z.object({ code: z.string(), name: z.string() })),
});

/** Works on a holiday: the weekly hours of that date count. */
export const WorkOnHoliday = z.strictObject({ date: PlainDate });

/** Why an appointment that is booked could not be booked there now. */
export const OutsideReason = z.enum(['time-off', 'holiday', 'hours']);
export type OutsideReason = z.infer<typeof OutsideReason>;

/** The signed-in counsellor's own settings. */
export const MyProfile = z.object({
  counsellorId: Id,
  zone: TimeZone,
  country: z.string(),
  ...SetProfile.shape,
  limits: Limits,
  holidays: z.object({ country: z.string(), region: z.string().nullable() }).nullable(),
  rules: z.array(WeeklyRule),
  /** From yesterday on, by date. */
  overrides: z.array(SetOverride),
  /** What is not over yet, by start. */
  timeOff: z.array(TimeOff),
  details: z.partialRecord(Modality, z.string()),
});
export type MyProfile = z.infer<typeof MyProfile>;

/** What people can book with the signed-in counsellor in the next two weeks. */
export const MyFreeTimes = z.object({ count: z.number().int(), soonest: Instant.nullable() });
export type MyFreeTimes = z.infer<typeof MyFreeTimes>;
