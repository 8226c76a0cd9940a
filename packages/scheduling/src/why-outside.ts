import type { Availability, Span } from './availability.ts';
import { DAY, dateOfDay } from './local-time.ts';
import { type OpenInterval, openingHours } from './opening-hours.ts';
import { localDay, zoneTable } from './zone.ts';

export type OutsideReason = 'time-off' | 'holiday' | 'hours';

/**
 * Why a time that is taken does not lie in the hours that stand now, for a way to meet; undefined: it does. Grid, limits and
 * other appointments play no part: what was once booked fits, as long as somebody is there.
 */
export function whyOutside(availability: Availability, span: Span, way: string): OutsideReason | undefined {
  const { timeOff = [], holidays = [], overrides = [], zone } = availability;
  if (timeOff.some((off) => off.from < span.to && span.from < off.to)) return 'time-off';
  const table = zoneTable(zone, span.from - 3 * DAY, span.to + 3 * DAY);
  const open = openingHours(availability, table, span).filter(
    ({ modalities }) => modalities.length === 0 || modalities.includes(way),
  );
  if (covers(open, span)) return undefined;
  const date = dateOfDay(localDay(table, span.from));
  const isFree = holidays.includes(date) && !overrides.some((override) => override.date === date);
  return isFree ? 'holiday' : 'hours';
}

/** Hours that touch each other count as one. They are sorted by start. */
function covers(open: readonly OpenInterval[], span: Span): boolean {
  let reached = span.from;
  for (const { from, to } of open) {
    if (from > reached) break;
    reached = Math.max(reached, to);
  }
  return reached >= span.to;
}
