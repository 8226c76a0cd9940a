import type { Availability, Busy, LocalInterval, Span } from '../src/index.ts';

type Query = { now: number; window: Span };

/**
 * The rules of free slots read straight off the page, with Temporal for every step and no care for speed.
 * It shares nothing with the engine but the shape of its input.
 */
export function oracleSlots(availability: Availability, { now, window }: Query): number[] {
  const { limits } = availability;
  const step = { minutes: limits.stepMinutes ?? limits.lengthMinutes };
  const starts = new Set<number>();
  for (const date of datesAround(availability.zone, window)) {
    for (const hours of hoursOn(availability, date)) {
      if (hours.from >= hours.to) continue;
      const from = resolve(date, hours.from, availability.zone);
      const to = resolve(date, hours.to, availability.zone);
      for (let start = from; start.epochMilliseconds < to.epochMilliseconds; start = start.add(step)) {
        const end = start.add({ minutes: limits.lengthMinutes });
        if (Temporal.Instant.compare(end, to) > 0) break;
        if (isFree(availability, { now, window }, start, end)) starts.add(start.epochMilliseconds);
      }
    }
  }
  return [...starts].sort((a, b) => a - b);
}

function datesAround(zone: string, window: Span): Temporal.PlainDate[] {
  const on = (at: number) =>
    Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate();
  const last = on(window.to).add({ days: 2 });
  const dates: Temporal.PlainDate[] = [];
  let date = on(window.from).subtract({ days: 2 });
  while (Temporal.PlainDate.compare(date, last) <= 0) {
    dates.push(date);
    date = date.add({ days: 1 });
  }
  return dates;
}

function hoursOn(availability: Availability, date: Temporal.PlainDate): LocalInterval[] {
  const overrides = (availability.overrides ?? []).filter((override) => override.date === date.toString());
  if (overrides.length > 0) return overrides.flatMap((override) => override.intervals);
  if (availability.holidays?.includes(date.toString())) return [];
  const weekday = (['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const)[date.dayOfWeek - 1];
  return (availability.weekly ?? []).filter(
    (rule) =>
      rule.days.some((day) => day === weekday) &&
      (!rule.validFrom || Temporal.PlainDate.compare(rule.validFrom, date) <= 0) &&
      (!rule.validUntil || Temporal.PlainDate.compare(date, rule.validUntil) <= 0),
  );
}

function resolve(date: Temporal.PlainDate, time: string, timeZone: string): Temporal.Instant {
  const [day, plainTime] = time === '24:00' ? [date.add({ days: 1 }), '00:00'] : [date, time];
  return day
    .toPlainDateTime(plainTime)
    .toZonedDateTime(timeZone, { disambiguation: 'compatible' })
    .toInstant();
}

function isFree(
  { zone, limits, busy = [], timeOff = [] }: Availability,
  { now, window }: Query,
  start: Temporal.Instant,
  end: Temporal.Instant,
): boolean {
  const instantAfter = (at: number, duration: { minutes?: number; hours?: number }) =>
    Temporal.Instant.fromEpochMilliseconds(at).add(duration).epochMilliseconds;
  if (start.epochMilliseconds < window.from || end.epochMilliseconds > window.to) return false;
  if (start.epochMilliseconds < instantAfter(now, { minutes: limits.noticeMinutes ?? 0 })) return false;
  if (limits.horizonDays !== undefined) {
    if (start.epochMilliseconds > instantAfter(now, { hours: 24 * limits.horizonDays })) return false;
  }

  const widened = {
    from: start.subtract({ minutes: limits.bufferBeforeMinutes ?? 0 }).epochMilliseconds,
    to: end.add({ minutes: limits.bufferAfterMinutes ?? 0 }).epochMilliseconds,
  };
  if (timeOff.some((off) => overlap(off, widened))) return false;
  if (busy.some((entry) => overlap(withBuffers(entry), widened))) return false;

  const dateAt = (at: number) =>
    Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate();
  const day = dateAt(start.epochMilliseconds);
  const thatDay = busy.filter((entry) => dateAt(entry.from).equals(day)).length;
  if (limits.maxPerDay !== undefined && thatDay >= limits.maxPerDay) return false;

  if (limits.longestRunMinutes === undefined) return true;
  const run = runAround(
    { from: start.epochMilliseconds, to: end.epochMilliseconds },
    busy,
    limits.breakMinutes ?? 0,
  );
  return run.to - run.from <= limits.longestRunMinutes * 60_000;
}

/** Takes in whatever follows or precedes without a break, until nothing more does. */
function runAround(session: Span, busy: readonly Busy[], breakMinutes: number): Span {
  const run = { ...session };
  for (let grown = true; grown; ) {
    grown = false;
    for (const entry of busy) {
      if (entry.from >= entry.to || (entry.from >= run.from && entry.to <= run.to)) continue;
      const gap = Math.max(entry.from - run.to, run.from - entry.to);
      if (gap > 0 && gap >= breakMinutes * 60_000) continue;
      run.from = Math.min(run.from, entry.from);
      run.to = Math.max(run.to, entry.to);
      grown = true;
    }
  }
  return run;
}

function withBuffers(entry: Busy): Span {
  const at = (instant: number) => Temporal.Instant.fromEpochMilliseconds(instant);
  return {
    from: at(entry.from).subtract({ minutes: entry.bufferBeforeMinutes ?? 0 }).epochMilliseconds,
    to: at(entry.to).add({ minutes: entry.bufferAfterMinutes ?? 0 }).epochMilliseconds,
  };
}

function overlap(a: Span, b: Span): boolean {
  return a.from < a.to && a.from < b.to && b.from < a.to;
}
