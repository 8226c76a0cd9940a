/** Two letters as in RFC 5545. */
export type Weekday = 'MO' | 'TU' | 'WE' | 'TH' | 'FR' | 'SA' | 'SU';

/**
 * A stretch of local wall time on one date. `from` and `to` are `HH:MM` (seconds allowed), `to` may be `24:00`.
 * One that ends before it starts is empty: hours over midnight are two intervals.
 * `modality` lists the ways to meet; none listed means that these hours don't restrict it.
 */
export type LocalInterval = { from: string; to: string; modality?: readonly string[] };

/** The same hours on some weekdays, from and until these dates (`YYYY-MM-DD`, both included; null: no bound). */
export type WeeklyRule = LocalInterval & {
  days: readonly Weekday[];
  validFrom?: string | null;
  validUntil?: string | null;
};

/** Replaces everything a date would have had by these intervals; none: closed on that date. */
export type Override = { date: string; intervals: readonly LocalInterval[] };

/** Half-open `[from, to)`, in epoch milliseconds. */
export type Span = { from: number; to: number };

/** An appointment or a hold, with the buffers that it was booked with. */
export type Busy = Span & { bufferBeforeMinutes?: number; bufferAfterMinutes?: number };

/** An absent limit has no effect, but nothing ever starts before `now`. */
export type Limits = {
  lengthMinutes: number;
  /** Distance between start times; `lengthMinutes` when absent. */
  stepMinutes?: number;
  bufferBeforeMinutes?: number;
  bufferAfterMinutes?: number;
  /** Elapsed time between now and the earliest start. */
  noticeMinutes?: number;
  /** The latest start, in days of 24 hours from now. */
  horizonDays?: number;
  /** Busy entries that start on one of the counsellor's days; once reached, the rest of that day is hidden. */
  maxPerDay?: number;
  /** Longest time from the start of a session to the end of the last one that follows it without a break. */
  longestRunMinutes?: number;
  /** The shortest gap that counts as a break; any gap when absent. */
  breakMinutes?: number;
};

/** All that decides when a counsellor can be met. Order within the lists has no meaning. */
export type Availability = {
  /** IANA name, such as `Asia/Kathmandu`. */
  zone: string;
  weekly?: readonly WeeklyRule[];
  overrides?: readonly Override[];
  /** Dates on which the weekly rules rest; an override of the same date wins (a holiday that is worked). */
  holidays?: readonly string[];
  timeOff?: readonly Span[];
  busy?: readonly Busy[];
  limits: Limits;
};
