import type { Availability, Busy, Limits, Span } from './availability.ts';
import { MINUTE } from './local-time.ts';
import { localDay, type ZoneTable } from './zone.ts';

// No day of any zone has been longer than 25 hours since 1970.
const LONGEST_DAY = 26 * 60 * MINUTE;

/**
 * The stretch of time whose busy entries can matter for a window: whole days for `maxPerDay`, a run on either side,
 * the slot's buffers. A caller that loads less may be told of slots that are not free; more changes nothing.
 */
export function busyWindow(limits: Limits, window: Span): Span {
  const run = ((limits.longestRunMinutes ?? 0) + (limits.breakMinutes ?? 0)) * MINUTE;
  const buffers = ((limits.bufferBeforeMinutes ?? 0) + (limits.bufferAfterMinutes ?? 0)) * MINUTE;
  const margin = Math.max(LONGEST_DAY, run, buffers);
  return { from: window.from - margin, to: window.to + margin };
}

/** The busy entries that can matter for a window, with their own buffers. */
export function relevantBusy(availability: Availability, window: Span): Busy[] {
  const { from, to } = busyWindow(availability.limits, window);
  const relevant: Busy[] = [];
  for (const entry of availability.busy ?? []) {
    if (widenedTo(entry) > from && widenedFrom(entry) < to) relevant.push(entry);
  }
  return relevant;
}

/** Busy entries widened by their own buffers, and time off, as disjoint spans by start. */
export function blockedSpans(availability: Availability, busy: readonly Busy[], window: Span): Span[] {
  const { from, to } = busyWindow(availability.limits, window);
  const spans = busy.map((entry) => ({ from: widenedFrom(entry), to: widenedTo(entry) }));
  for (const off of availability.timeOff ?? []) {
    if (off.to > from && off.from < to) spans.push({ from: off.from, to: off.to });
  }
  return joined(spans, 0);
}

/** Sessions that follow each other without a break, joined. Buffers are neither session nor break. */
export function runsOf(limits: Limits, busy: readonly Busy[]): Span[] {
  return joined(
    busy.map(({ from, to }) => ({ from, to })),
    breakLength(limits) - 1,
  );
}

/** The shortest gap that is a break, in milliseconds: any at all unless the limits say more. */
export function breakLength(limits: Limits): number {
  return Math.max(1, (limits.breakMinutes ?? 0) * MINUTE);
}

/** The counsellor's days that already hold as many busy entries as `maxPerDay` allows; null: no such limit. */
export function fullDays(
  limits: Limits,
  busy: readonly Busy[],
  table: ZoneTable,
): ((day: number) => boolean) | null {
  const most = limits.maxPerDay;
  if (most === undefined) return null;
  const counts = new Map<number, number>();
  for (const entry of busy) {
    const day = localDay(table, entry.from);
    counts.set(day, (counts.get(day) ?? 0) + 1);
  }
  return (day) => (counts.get(day) ?? 0) >= most;
}

function joined(spans: Span[], gap: number): Span[] {
  spans.sort((a, b) => a.from - b.from);
  const disjoint: Span[] = [];
  for (const span of spans) {
    if (span.to <= span.from) continue;
    const last = disjoint.at(-1);
    if (last && span.from <= last.to + gap) last.to = Math.max(last.to, span.to);
    else disjoint.push(span);
  }
  return disjoint;
}

function widenedFrom(entry: Busy): number {
  return entry.from - (entry.bufferBeforeMinutes ?? 0) * MINUTE;
}

function widenedTo(entry: Busy): number {
  return entry.to + (entry.bufferAfterMinutes ?? 0) * MINUTE;
}
