import type { ReminderLead } from '@homeward/contracts/reminder';

const HOUR_MS = 60 * 60_000;
/** A worker that was away is so much late at most; then the time has passed, and a reminder would only startle. */
const MOST_LATE_MS = HOUR_MS;
/** A day before, on the longest day that clocks make, and a worker's delay. */
export const LONGEST_LEAD_MS = 27 * HOUR_MS;

/** An appointment in a version of it. Times in milliseconds since the epoch. */
export interface Ahead {
  startsAt: number;
  /** The person's, in which it was booked. */
  zone: string;
  /** Since when it is as it is now. */
  versionAt: number;
}

/** When a reminder is due: by the person's own wall clock a day before, or by the hour. */
export function findDueAt({ startsAt, zone }: Pick<Ahead, 'startsAt' | 'zone'>, lead: ReminderLead): number {
  const start = Temporal.Instant.fromEpochMilliseconds(startsAt).toZonedDateTimeISO(zone);
  switch (lead) {
    case 'day':
      return start.subtract({ days: 1 }).epochMilliseconds;
    case 'three-hours':
      return startsAt - 3 * HOUR_MS;
    case 'one-hour':
      return startsAt - HOUR_MS;
  }
}

/** Whether a reminder is to be made now: not before its time, not long after, and none whose time had passed when it was booked or moved. */
export function isReminderDue(ahead: Ahead, lead: ReminderLead, now: number): boolean {
  const dueAt = findDueAt(ahead, lead);
  return ahead.versionAt <= dueAt && dueAt <= now && now < dueAt + MOST_LATE_MS && now < ahead.startsAt;
}
