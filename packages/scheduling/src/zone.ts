import { DAY, MINUTE } from './local-time.ts';

/**
 * The offsets of a zone over a stretch of time: from `starts[i]` until `starts[i + 1]` local time is UTC plus
 * `offsets[i]` milliseconds.
 */
export type ZoneTable = {
  readonly from: number;
  readonly to: number;
  readonly starts: readonly number[];
  readonly offsets: readonly number[];
};

// A wall time is looked for from a day and a half before it, read as UTC: no zone is further away than that.
const REACH = 1.5 * DAY;
const AROUND = 400 * DAY;
const LAST_INSTANT = 8.64e15;
const MAX_TABLES = 1000;

// A memo: the same zone and time always give the same answer. It forgets, as zone names come in any letter case.
const tables = new Map<string, ZoneTable>();

/** The table of a zone that covers `[from, to]`. Throws RangeError for a zone that is none. */
export function zoneTable(zone: string, from: number, to: number): ZoneTable {
  const known = tables.get(zone);
  if (known && from - REACH >= known.from && to + REACH <= known.to) return known;
  const table = readZone(
    zone,
    Math.max(-LAST_INSTANT, Math.min(from - AROUND, known?.from ?? from)),
    Math.min(LAST_INSTANT, Math.max(to + AROUND, known?.to ?? to)),
  );
  if (tables.size >= MAX_TABLES) tables.clear();
  tables.set(zone, table);
  return table;
}

function readZone(zone: string, from: number, to: number): ZoneTable {
  let at = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(zone);
  const starts = [Number.NEGATIVE_INFINITY];
  const offsets = [at.offsetNanoseconds / 1e6];
  for (;;) {
    const next = at.getTimeZoneTransition('next');
    if (next === null || next.epochMilliseconds > to) return { from, to, starts, offsets };
    starts.push(next.epochMilliseconds);
    offsets.push(next.offsetNanoseconds / 1e6);
    at = next;
  }
}

/** What local time is ahead of UTC at an instant, in milliseconds. */
export function offsetAt(table: ZoneTable, instant: number): number {
  return table.offsets[segmentAt(table, instant)] ?? 0;
}

/** The counsellor's day at an instant, counted from 1970-01-01. */
export function localDay(table: ZoneTable, instant: number): number {
  return Math.floor((instant + offsetAt(table, instant)) / DAY);
}

/**
 * The instant of a local wall time (milliseconds since 1970-01-01T00:00 on that wall), by Temporal's `compatible`:
 * inside a gap it moves forward by the gap, in a fold the earlier pass is meant.
 */
export function instantOfWall(table: ZoneTable, wall: number): number {
  const { starts, offsets } = table;
  let i = segmentAt(table, wall - REACH);
  for (;;) {
    const offset = offsets[i] ?? 0;
    const instant = wall - offset;
    if (instant < (starts[i + 1] ?? Number.POSITIVE_INFINITY)) {
      // Before its own start: no clock of this zone ever showed it, so the offset before the gap counts.
      return instant < (starts[i] ?? 0) ? wall - (offsets[i - 1] ?? offset) : instant;
    }
    i++;
  }
}

function segmentAt(table: ZoneTable, instant: number): number {
  const { starts } = table;
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= instant) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Whether this is a zone that times can be reckoned in. */
export function isZone(zone: string): boolean {
  try {
    zoneTable(zone, 0, MINUTE);
    return true;
  } catch {
    return false;
  }
}
