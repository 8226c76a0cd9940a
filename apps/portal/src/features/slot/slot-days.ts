import type { FreeSlot } from '@homeward/contracts/counsellor';

/** The free times of one day, on the reader's calendar. */
export interface SlotDay {
  /** `2026-11-24` */
  date: string;
  slots: FreeSlot[];
}

/** The calendar date of an instant in a zone. */
export const dateIn = (instant: string, zone: string): string =>
  Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDate().toString();

/** When a date begins in a zone, as an instant. */
export const startOfDay = (date: string, zone: string): string =>
  Temporal.PlainDate.from(date).toZonedDateTime(zone).toInstant().toString();

/** Cuts free times into days at the reader's midnight. The order stays. */
export function slotDays(slots: readonly FreeSlot[], zone: string): SlotDay[] {
  const days = new Map<string, SlotDay>();
  for (const slot of slots) {
    const date = dateIn(slot.startsAt, zone);
    const day = days.get(date) ?? { date, slots: [] };
    day.slots.push(slot);
    days.set(date, day);
  }
  return [...days.values()];
}
