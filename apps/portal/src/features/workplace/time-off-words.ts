import type { TimeOff } from '@homeward/contracts/availability';
import type { Formats, Translate } from '@homeward/i18n';
import { dateIn, startOfDay } from '../slot/slot-days.ts';

/** Time off as its counsellor thinks of it: whole days by their dates, the rest by the clock. */
export function timeOffWords(
  { startsAt, endsAt }: TimeOff,
  zone: string,
  t: Translate,
  formats: Formats,
): string {
  const first = dateIn(startsAt, zone);
  const last = dateIn(new Date(Date.parse(endsAt) - 1).toISOString(), zone);
  const isWhole = isMidnight(startsAt, zone) && isMidnight(endsAt, zone);
  if (!isWhole)
    return t('days.range', {
      from: formats.longDayAndClock(startsAt, zone),
      until: formats.longDayAndClock(endsAt, zone),
    });
  if (first === last) return t('days.wholeDay', { date: formats.longDate(first) });
  return t('days.range', { from: formats.longDate(first), until: formats.longDate(last) });
}

const isMidnight = (instant: string, zone: string): boolean =>
  Date.parse(startOfDay(dateIn(instant, zone), zone)) === Date.parse(instant);
