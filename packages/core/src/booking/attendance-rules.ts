import type { AppointmentStatus } from '@homeward/contracts/booking';

const UNDO_MS = 24 * 60 * 60_000;

interface Marked {
  status: AppointmentStatus;
  changed_at: Date | null;
}

/** What became of an appointment is marked by hand, so it can be taken back, for a day. */
export const mayUndo = ({ status, changed_at }: Marked, now: number): boolean =>
  (status === 'fulfilled' || status === 'noshow') &&
  changed_at !== null &&
  now < changed_at.getTime() + UNDO_MS;

/** It can be said once the appointment has begun. */
export const mayMark = (
  { status, starts_at }: { status: AppointmentStatus; starts_at: Date },
  now: number,
): boolean => status === 'booked' && starts_at.getTime() <= now;
