import type { OpenHours } from '@homeward/contracts/agenda';
import type { AgendaAppointment } from '@homeward/contracts/booking';

/** One entry of the calendar in the browser; times are the counsellor's wall clock, without a zone. */
export interface CalendarEntry {
  id: string;
  title: string;
  start: string;
  end: string;
  status: AgendaAppointment['status'];
  isUrgent: boolean;
  /** It lies ahead and is of one person: it can be dragged. */
  isMovable: boolean;
  href: string;
  moveTo: string;
}

/** What the browser is given for its calendar: nothing that the page does not say in words too. */
export interface CalendarData {
  view: 'day' | 'week';
  /** The first date. */
  date: string;
  /** Of the counsellor's zone, such as `+07:00`: where the line of now stands. */
  offset: string;
  languageTag: string;
  entries: CalendarEntry[];
  hours: { start: string; end: string }[];
}

interface Shown {
  appointments: readonly AgendaAppointment[];
  hours: readonly OpenHours[];
  zone: string;
  now: string;
  titleOf: (appointment: AgendaAppointment) => string;
  link: (path: string) => string;
}

/** The entries and the hours of a calendar. */
export function calendarEntries({
  appointments,
  hours,
  zone,
  now,
  titleOf,
  link,
}: Shown): Pick<CalendarData, 'entries' | 'hours'> {
  return {
    entries: appointments.map((appointment) => {
      const { id, status, startsAt, endsAt, kind, urgentReason } = appointment;
      const isOpen = status === 'booked' || status === 'requested';
      return {
        id,
        title: titleOf(appointment),
        start: wallTime(startsAt, zone),
        end: wallTime(endsAt, zone),
        status,
        isUrgent: urgentReason !== null,
        isMovable: kind === 'single' && isOpen && Date.parse(startsAt) > Date.parse(now),
        href: link(`/care/${kind === 'group' ? 'groups' : 'appointments'}/${id}`),
        moveTo: link(`/care/appointments/${id}/move`),
      };
    }),
    hours: hours.map(({ from, to }) => ({ start: wallTime(from, zone), end: wallTime(to, zone) })),
  };
}

/** `2026-12-01T10:00` */
const wallTime = (instant: string, zone: string): string =>
  Temporal.Instant.from(instant)
    .toZonedDateTimeISO(zone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' });

export const offsetOf = (instant: string, zone: string): string =>
  Temporal.Instant.from(instant).toZonedDateTimeISO(zone).offset;

/** The hours of the day that a calendar shows: from seven to twenty, and whole hours more where something lies outside. */
export function shownHours(entries: readonly Pick<CalendarEntry, 'start' | 'end'>[]): {
  from: number;
  to: number;
} {
  const starts = entries.map(({ start }) => Number(start.slice(11, 13)));
  const ends = entries.map(({ start, end }) => {
    if (end.slice(0, 10) !== start.slice(0, 10)) return 24;
    return Number(end.slice(11, 13)) + (end.slice(14, 16) === '00' ? 0 : 1);
  });
  return { from: Math.min(7, ...starts), to: Math.max(20, ...ends) };
}
