import type { Weekday } from './availability.ts';
import { DAY, dateOfDay, dayOfDate, timeOfDay } from './local-time.ts';
import { instantOfWall, localDay, zoneTable } from './zone.ts';

/** The date (`YYYY-MM-DD`) that a calendar in this zone shows at an instant. */
export function dateOf(instant: number, zone: string): string {
  return dateOfDay(localDay(zoneTable(zone, instant, instant), instant));
}

/** The first instant of a date in a zone, in epoch milliseconds; not midnight where midnight is skipped. */
export function startOfDate(date: string, zone: string): number {
  return Temporal.PlainDate.from(date).toZonedDateTime(zone).epochMilliseconds;
}

/** The instant of a wall time (`09:00`) on a date in a zone, resolved as everywhere here: forward out of a gap, earlier in a fold. */
export function instantOf(date: string, time: string, zone: string): number {
  const wall = dayOfDate(date) * DAY + timeOfDay(time);
  return instantOfWall(zoneTable(zone, wall, wall), wall);
}

/** So many days after a date, or before it. */
export const dateAfter = (date: string, days: number): string => dateOfDay(dayOfDate(date) + days);

/** The weekday of a date. */
export function weekdayOf(date: string): Weekday {
  const day = new Date(dayOfDate(date) * DAY).getUTCDay();
  return (['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'] as const)[day] ?? 'MO';
}

/** The instant some days later at the same time on the clocks of a zone; in a gap of theirs moved forward by it. Epoch milliseconds. */
export function daysLater(instant: number, days: number, zone: string): number {
  return Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone).add({ days })
    .epochMilliseconds;
}

/** Cuts what is sorted by start at midnight in a zone, which is the reader's, not the counsellor's. */
export function cutByDate<T extends { startsAt: number }>(
  items: readonly T[],
  zone: string,
): { date: string; items: T[] }[] {
  const days: { date: string; items: T[] }[] = [];
  for (const item of items) {
    const date = dateOf(item.startsAt, zone);
    const last = days.at(-1);
    if (last?.date === date) last.items.push(item);
    else days.push({ date, items: [item] });
  }
  return days;
}
