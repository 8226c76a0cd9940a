import type { AgendaAppointment } from '@homeward/contracts/booking';
import { PlainDate } from '@homeward/contracts/id';
import { dateIn, startOfDay } from '../slot/slot-days.ts';

/** The date that an address asks for; today when it asks for none. */
export function askedDate(asked: string | null, zone: string, now: string): string {
  const parsed = PlainDate.safeParse(asked);
  return parsed.success && parsed.data >= '2000-01-01' && parsed.data < '2200-01-01'
    ? parsed.data
    : dateIn(now, zone);
}

const VIEWS = ['day', 'week', 'list'] as const;

/** How an address wants the calendar: a week where it says nothing. */
export const askedView = (asked: string | null): (typeof VIEWS)[number] =>
  VIEWS.find((view) => view === asked) ?? 'week';

export const shiftDate = (date: string, days: number): string =>
  Temporal.PlainDate.from(date).add({ days }).toString();

/** The Monday of the week in which a date lies. */
export const mondayOf = (date: string): string =>
  shiftDate(date, 1 - Temporal.PlainDate.from(date).dayOfWeek);

/** The stretch of time of whole days in a zone, as instants. */
export const daysWindow = (date: string, days: number, zone: string): { from: string; to: string } => ({
  from: startOfDay(date, zone),
  to: startOfDay(shiftDate(date, days), zone),
});

export interface AgendaDay {
  date: string;
  appointments: AgendaAppointment[];
}

/** Appointments by the counsellor's day, a day for each date whether it has any or not. */
export function agendaDays(
  appointments: readonly AgendaAppointment[],
  first: string,
  count: number,
  zone: string,
): AgendaDay[] {
  return Array.from({ length: count }, (_, index) => {
    const date = shiftDate(first, index);
    return { date, appointments: appointments.filter(({ startsAt }) => dateIn(startsAt, zone) === date) };
  });
}
