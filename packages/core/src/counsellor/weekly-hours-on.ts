import type { DayHours } from '@homeward/contracts/availability';
import type { WeeklyRule } from '@homeward/contracts/counsellor';
import { weekdayOf } from '@homeward/scheduling';

/** The weekly hours that a date has, were it like every other, by start. */
export function weeklyHoursOn(rules: readonly WeeklyRule[], date: string): DayHours[] {
  const day = weekdayOf(date);
  return rules
    .filter(
      ({ days, validFrom = '', validUntil = '9999-12-31' }) =>
        days.includes(day) && validFrom <= date && date <= validUntil,
    )
    .map(({ from, to, modalities, placeId }) => ({ from, to, modalities, ...(placeId && { placeId }) }))
    .sort((a, b) => (a.from < b.from ? -1 : 1));
}
