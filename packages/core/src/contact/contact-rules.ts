import type { ContactChannel } from '@homeward/contracts/contact';
import type { Weekday } from '@homeward/contracts/counsellor';
import type { Locale } from '@homeward/contracts/language';

/** The hours in which somebody may be reached: wall-clock times in their own zone. */
export interface ContactHours {
  days: readonly Weekday[];
  /** `09:00`. */
  from: string;
  /** Later than `from`; `24:00` ends the day. */
  to: string;
  zone: string;
}

export interface Contact extends ContactHours {
  channel: ContactChannel;
  address: string;
  mayLeaveMessage: boolean;
  language: Locale;
  codeWord: string | null;
}

/** A contact with the instant (milliseconds since the epoch) at which the person last said that it is right. */
export interface ConfirmedContact extends Contact {
  confirmedAt: number;
}

export type ContactDecision =
  | { kind: 'silent' }
  /** `notBefore`: milliseconds since the epoch; never before now. */
  | { kind: 'send'; channel: ContactChannel; notBefore: number; mayLeaveMessage: boolean };

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;
/** care.md: older than eight weeks, silent until confirmed again. */
const STALE_AFTER_MS = 8 * 7 * DAY_MS;
/** Another contact takes this long to replace one, and the person sees it coming. */
export const CHANGE_DELAY_MS = 24 * HOUR_MS;

export const isStale = ({ confirmedAt }: { confirmedAt: number }, now: number): boolean =>
  now - confirmedAt > STALE_AFTER_MS;

/**
 * Whether, how and from when on a person may be told that there is news. Silent unless they said how, and said so in the
 * last eight weeks, counted at the moment of sending too.
 */
export function decideContact(contact: ConfirmedContact | null, now: number): ContactDecision {
  if (contact === null || isStale(contact, now)) return { kind: 'silent' };
  const notBefore = findNextOpening(contact, now);
  if (notBefore === undefined || isStale(contact, notBefore)) return { kind: 'silent' };
  const { channel, mayLeaveMessage } = contact;
  return { kind: 'send', channel, notBefore, mayLeaveMessage };
}

/**
 * The first instant, now or later, at which the clock on the person's wall is within their hours. When clocks change, an
 * hour that is left out opens nothing, and one that comes twice is open twice. Undefined when none is in the next weeks.
 */
export function findNextOpening(hours: ContactHours, now: number): number | undefined {
  const start = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(hours.zone);
  if (isOpen(hours, start)) return now;
  const openings = Array.from({ length: DAYS_AHEAD }, (_, days) =>
    start.toPlainDate().add({ days }).toPlainDateTime(hours.from),
  ).flatMap((local) =>
    (['earlier', 'later'] as const).map((disambiguation) =>
      local.toZonedDateTime(hours.zone, { disambiguation }),
    ),
  );
  const change = start.getTimeZoneTransition('next');
  return [...openings, ...(change === null ? [] : [change])]
    .filter((moment) => moment.epochMilliseconds > now && isOpen(hours, moment))
    .map((moment) => moment.epochMilliseconds)
    .sort((one, other) => one - other)[0];
}

/** A week, and one more in which a change of clocks may have taken the only hour of it. */
const DAYS_AHEAD = 16;
const DAYS: readonly Weekday[] = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

function isOpen({ days, from, to }: ContactHours, moment: Temporal.ZonedDateTime): boolean {
  const day = DAYS[moment.dayOfWeek - 1];
  const time = moment.toPlainTime().toString({ smallestUnit: 'millisecond' });
  return day !== undefined && days.includes(day) && time >= from && time < to;
}
