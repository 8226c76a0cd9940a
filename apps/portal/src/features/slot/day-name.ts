import { formats, type Locale } from '@homeward/i18n';
import { dateIn } from './slot-days.ts';

const RELATIVE_DAYS = 1;

/** `Today`, `Tomorrow`, or `Thu 26 Nov`, on the reader's calendar. */
export function dayName(instant: string, zone: string, now: string, locale: Locale): string {
  const days = Temporal.PlainDate.from(dateIn(now, zone)).until(dateIn(instant, zone)).days;
  if (days < 0 || days > RELATIVE_DAYS) return formats(locale).day(instant, zone);
  const words = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(days, 'day');
  return words.charAt(0).toLocaleUpperCase(locale) + words.slice(1);
}
