import type { AppointmentStatus } from '@homeward/contracts/booking';
import type { Translate } from '@homeward/i18n';

// A time that somebody did not come to is over, like any other: no word of blame.
const STATUS = {
  held: 'appointment.statusHeld',
  requested: 'appointment.statusRequested',
  booked: 'appointment.statusBooked',
  cancelled: 'appointment.statusCancelled',
  fulfilled: 'appointment.statusOver',
  noshow: 'appointment.statusOver',
} as const satisfies Record<AppointmentStatus, string>;

/** The state of an appointment, in a word or two. A booked one whose time has passed is over. */
export function statusWord(
  appointment: { status: AppointmentStatus; endsAt: string },
  now: string,
  t: Translate,
): string {
  const isPast = Date.parse(appointment.endsAt) <= Date.parse(now);
  return t(appointment.status === 'booked' && isPast ? 'appointment.statusOver' : STATUS[appointment.status]);
}

/** Whether an appointment still lies ahead: to come, or going on. */
export const isComing = (appointment: { status: AppointmentStatus; endsAt: string }, now: string): boolean =>
  ['held', 'requested', 'booked'].includes(appointment.status) &&
  Date.parse(appointment.endsAt) > Date.parse(now);
