import type { Availability, LocalInterval, Span } from './availability.ts';
import { DAY, dayOfDate, timeOfDay, weekdayBit, weekdayBits } from './local-time.ts';
import { instantOfWall, localDay, type ZoneTable } from './zone.ts';

/** One interval of opening hours in real time, and the ways to meet in it (sorted; empty: not restricted). */
export type OpenInterval = Span & { modalities: readonly string[] };

const NONE: readonly string[] = [];

type WallInterval = { from: number; to: number; modalities: readonly string[] };
type DayRule = { wall: WallInterval; days: number; firstDay: number; lastDay: number };

/**
 * The opening hours that touch a window, by start. Intervals that overlap stay apart, each with a grid of its own.
 * Works through the days of the window only, however long the lists are.
 */
export function openingHours(availability: Availability, table: ZoneTable, window: Span): OpenInterval[] {
  // A wall time in a gap can land on the day after its own: begin a day early.
  const firstDay = localDay(table, window.from) - 1;
  const lastDay = localDay(table, window.to);
  const rules = rulesOf(availability, firstDay, lastDay);
  const replaced = replacedDays(availability, firstDay, lastDay);
  const open: OpenInterval[] = [];
  let sorted = true;

  const add = (day: number, wall: WallInterval) => {
    const from = instantOfWall(table, day * DAY + wall.from);
    const to = instantOfWall(table, day * DAY + wall.to);
    if (from >= to || to <= window.from || from >= window.to) return;
    const last = open.at(-1);
    if (last && last.from > from) sorted = false;
    open.push({ from, to, modalities: wall.modalities });
  };

  for (let day = firstDay; day <= lastDay; day++) {
    const instead = replaced.get(day);
    if (instead) {
      for (const wall of instead) add(day, wall);
      continue;
    }
    const bit = weekdayBit(day);
    for (const rule of rules) {
      if (rule.days & bit && day >= rule.firstDay && day <= rule.lastDay) add(day, rule.wall);
    }
  }
  return sorted ? open : open.sort((a, b) => a.from - b.from);
}

function rulesOf(availability: Availability, firstDay: number, lastDay: number): DayRule[] {
  const rules: DayRule[] = [];
  for (const rule of availability.weekly ?? []) {
    const from = rule.validFrom ? dayOfDate(rule.validFrom) : Number.NEGATIVE_INFINITY;
    const until = rule.validUntil ? dayOfDate(rule.validUntil) : Number.POSITIVE_INFINITY;
    if (until < firstDay || from > lastDay) continue;
    rules.push({ wall: wallInterval(rule), days: weekdayBits(rule.days), firstDay: from, lastDay: until });
  }
  return rules.sort((a, b) => a.wall.from - b.wall.from);
}

function replacedDays(
  availability: Availability,
  firstDay: number,
  lastDay: number,
): Map<number, WallInterval[]> {
  const replaced = new Map<number, WallInterval[]>();
  for (const { date, intervals } of availability.overrides ?? []) {
    const day = dayOfDate(date);
    if (day < firstDay || day > lastDay) continue;
    const walls = replaced.get(day) ?? [];
    for (const interval of intervals) walls.push(wallInterval(interval));
    replaced.set(day, walls);
  }
  for (const date of availability.holidays ?? []) {
    const day = dayOfDate(date);
    if (day >= firstDay && day <= lastDay && !replaced.has(day)) replaced.set(day, []);
  }
  return replaced;
}

function wallInterval(interval: LocalInterval): WallInterval {
  const modalities = sortedSet(interval.modality ?? NONE);
  const from = timeOfDay(interval.from);
  const to = timeOfDay(interval.to);
  // A wall that runs backwards is empty, even where a gap moves its end behind its start.
  return { from, to: Math.max(from, to), modalities };
}

/** Mostly it is sorted already: then it is the very list that came. */
function sortedSet(names: readonly string[]): readonly string[] {
  const isSorted = names.every((name, i) => i === 0 || (names[i - 1] ?? '') < name);
  return isSorted ? names : [...new Set(names)].sort();
}
