import { LOCALE_INFO, type Locale } from './locale.ts';

const DAY: Intl.DateTimeFormatOptions = { weekday: 'short', day: 'numeric', month: 'short' };
const LONG_DAY: Intl.DateTimeFormatOptions = { weekday: 'long', day: 'numeric', month: 'long' };
const DATE: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'long', year: 'numeric' };
const MONTH: Intl.DateTimeFormatOptions = { month: 'short', year: 'numeric' };
const CLOCK: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' };

/** Dates and clock times in words. Instants are ISO 8601 in UTC and shown in the zone that is given; Thai counts Buddhist years. */
export interface DateFormats {
  /** `Tue 24 Nov` */
  day(instant: string, zone: string): string;
  /** `Tuesday 24 November` */
  longDay(instant: string, zone: string): string;
  /** `15:30`, on a clock of 24 hours. */
  clock(instant: string, zone: string): string;
  /** `Tuesday 24 November at 15:30` */
  longDayAndClock(instant: string, zone: string): string;
  /** `24 November 2026` for a calendar date without a time. */
  date(plainDate: string): string;
  /** `Tuesday 24 November` for a calendar date. */
  longDate(plainDate: string): string;
  /** `Tue 24 Nov` for a calendar date. */
  shortDate(plainDate: string): string;
  /** `Nov 2026` for any date of that month. */
  month(plainDate: string): string;
  /** `Monday`; 1 is Monday, 7 is Sunday (ISO 8601). */
  weekday(isoWeekday: number): string;
}

/** The date formats of a locale. */
export function dateFormats(locale: Locale): DateFormats {
  const made = new Map<string, Intl.DateTimeFormat>();
  const format = (name: string, options: Intl.DateTimeFormatOptions, instant: string, timeZone: string) => {
    const key = `${name} ${timeZone}`;
    let found = made.get(key);
    if (!found) {
      // Zone names come from readers: what is kept stays bounded.
      if (made.size > 200) made.clear();
      found = new Intl.DateTimeFormat(LOCALE_INFO[locale].formatTag, { ...options, timeZone });
      made.set(key, found);
    }
    return found.format(new Date(instant));
  };
  const day = (instant: string, zone: string) => format('day', DAY, instant, zone);
  const longDay = (instant: string, zone: string) => format('longDay', LONG_DAY, instant, zone);
  const clock = (instant: string, zone: string) => format('clock', CLOCK, instant, zone);
  return {
    day,
    longDay,
    clock,
    longDayAndClock: (instant, zone) => format('longDayAndClock', { ...LONG_DAY, ...CLOCK }, instant, zone),
    date: (plainDate) => format('date', DATE, plainDate, 'UTC'),
    month: (plainDate) => format('month', MONTH, plainDate, 'UTC'),
    longDate: (plainDate) => longDay(plainDate, 'UTC'),
    shortDate: (plainDate) => day(plainDate, 'UTC'),
    // 1 January 2024 was a Monday.
    weekday: (isoWeekday) => format('weekday', { weekday: 'long' }, `2024-01-0${isoWeekday}`, 'UTC'),
  };
}
