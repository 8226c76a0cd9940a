import { z } from 'zod';
import { Weekday } from './counsellor.ts';
import { Instant, PlainTime } from './id.ts';
import { Locale } from './language.ts';
import { Line } from './text.ts';
import { TimeZone } from './zone.ts';

export const ContactChannel = z.enum(['email', 'sms', 'call']);
export type ContactChannel = z.infer<typeof ContactChannel>;

/** A phone number as typed, with `+` and the country; spaces, brackets and digits of any script are understood. Answers E.164. */
export const PhoneNumber = z
  .string()
  .max(60)
  .transform((typed) =>
    typed
      .normalize('NFKC')
      .replace(/\p{Nd}/gu, digitValue)
      .replace(/[\s().\-\u2010-\u2015\u200b-\u200f\u202a-\u202e\u2060-\u2069]/g, ''),
  )
  .pipe(z.string().regex(/^\+[1-9]\d{7,14}$/, 'a phone number that begins with + and the country'));

/** The digits of a script are ten code points in a row, of which the first is a multiple of ten away from none. */
function digitValue(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  let zero = code;
  while (/^\p{Nd}$/u.test(String.fromCodePoint(zero - 1)) && code - zero < 9) zero--;
  return String(code - zero);
}

const shared = {
  /** On which days, and between which wall-clock times in `zone`, we may get in touch. `to` may be `24:00`. */
  days: z.array(Weekday).min(1).max(7),
  from: PlainTime,
  to: z.union([PlainTime, z.literal('24:00')]),
  zone: TimeZone,
  /** The language of the messages. */
  language: Locale,
  /** Stands in each message, so that the person knows who it is from. */
  codeWord: Line(40).optional(),
};

const endsAfterItBegins = ({ from, to }: { from: string; to: string }): boolean => from < to;
const orderedHours = { path: ['to'], error: 'must be later than `from`' };

/** How a person may be reached. Optional, never an identity, and nothing is ever looked up by it. */
export const SetSafeContact = z.discriminatedUnion('channel', [
  z
    .strictObject({ channel: z.literal('email'), address: z.email().max(254), ...shared })
    .refine(endsAfterItBegins, orderedHours),
  z
    .strictObject({ channel: z.literal('sms'), address: PhoneNumber, ...shared })
    .refine(endsAfterItBegins, orderedHours),
  z
    .strictObject({
      channel: z.literal('call'),
      address: PhoneNumber,
      /** Whether words may be left on the machine, or with whoever answers. */
      mayLeaveMessage: z.boolean().default(false),
      ...shared,
    })
    .refine(endsAfterItBegins, orderedHours),
]);
export type SetSafeContact = z.infer<typeof SetSafeContact>;

/** A contact as its person sees it again: enough to know it by, too little for whoever looks over a shoulder. */
export const SeenContact = z.object({
  channel: ContactChannel,
  /** Such as `+… 678` or `m…@…`. */
  addressHint: z.string(),
  mayLeaveMessage: z.boolean(),
  days: z.array(Weekday),
  from: z.string(),
  to: z.string(),
  zone: TimeZone,
  language: Locale,
  hasCodeWord: z.boolean(),
});
export type SeenContact = z.infer<typeof SeenContact>;

export const MySafeContact = z.object({
  current: SeenContact.extend({
    confirmedAt: Instant,
    isStale: z.boolean(),
    /** Since when messages to it are refused for good: silent until the person says that it is right, or says another. */
    refusedSince: Instant.nullable(),
  }).nullable(),
  /** What replaces it, and when, unless that is undone. */
  next: SeenContact.extend({ startsAt: Instant }).nullable(),
  /** The ways in which messages can leave here. */
  ways: z.array(ContactChannel),
});
export type MySafeContact = z.infer<typeof MySafeContact>;
