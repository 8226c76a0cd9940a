import { dateOfDay } from './local-time.ts';
import { localDay, zoneTable } from './zone.ts';

/** The date (`YYYY-MM-DD`) that a calendar in this zone shows at an instant. */
export function dateOf(instant: number, zone: string): string {
  return dateOfDay(localDay(zoneTable(zone, instant, instant), instant));
}

/** The first instant of a date in a zone, in epoch milliseconds; not midnight where midnight is skipped. */
export function startOfDate(date: string, zone: string): number {
  return Temporal.PlainDate.from(date).toZonedDateTime(zone).epochMilliseconds;
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
