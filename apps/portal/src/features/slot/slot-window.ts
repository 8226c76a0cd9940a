import { PlainDate } from '@homeward/contracts/id';
import type { SlotDay } from './slot-days.ts';
import { dateIn, startOfDay } from './slot-days.ts';

/** The API answers for at most 31 days at once. */
const MOST_DAYS = 31;
const DAYS_SHOWN = 7;
/** Beyond this nobody is asked again whether there are later times. */
const FURTHEST_DAYS = 400;

/** The stretch of time that one page of times is cut from. */
export interface SlotWindow {
  /** The reader's date on which it begins. */
  date: string;
  from: string;
  to: string;
}

/** The window that an address asks for; today when it asks for nothing that can be had. */
export function slotWindow(asked: string | null, zone: string, now: string): SlotWindow {
  const today = dateIn(now, zone);
  const parsed = PlainDate.safeParse(asked);
  const date =
    parsed.success && parsed.data > today && parsed.data < addDays(today, FURTHEST_DAYS)
      ? parsed.data
      : today;
  const from = date === today ? now : startOfDay(date, zone);
  // A day shorter than the most: clocks that go back must not make the window too long.
  return { date, from, to: startOfDay(addDays(date, MOST_DAYS - 1), zone) };
}

export interface SlotPage {
  days: SlotDay[];
  /** The dates that the pages before and after begin with. */
  earlier: string | undefined;
  later: string | undefined;
}

/** The first days of a window that have free times, and where to turn from there. */
export function slotPage(days: readonly SlotDay[], window: SlotWindow, zone: string, now: string): SlotPage {
  const today = dateIn(now, zone);
  const before = addDays(window.date, -DAYS_SHOWN);
  const end = dateIn(window.to, zone);
  return {
    days: days.slice(0, DAYS_SHOWN),
    earlier: window.date > today ? (before > today ? before : today) : undefined,
    later: days[DAYS_SHOWN]?.date ?? (end < addDays(today, 2 * MOST_DAYS) ? end : undefined),
  };
}

const addDays = (date: string, days: number): string =>
  Temporal.PlainDate.from(date).add({ days }).toString();
