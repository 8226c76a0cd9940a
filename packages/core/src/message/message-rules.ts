import type { AppointmentStatus } from '@homeward/contracts/booking';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** What a message is about, as it is now. Times in milliseconds since the epoch. */
export interface Matter {
  kind: string;
  createdAt: number;
  /** Of a reminder: of which version of the appointment. */
  sequence: number | null;
  /** Null where it is about no appointment. */
  appointment: { status: AppointmentStatus; startsAt: number; sequence: number } | null;
  /** The person has opened the notice of it meanwhile. */
  isSeen: boolean;
}

type NoSense = 'seen' | 'changed' | 'too-late';

const ENDINGS = new Set(['appointment-cancelled', 'appointment-declined']);
/** What is about no appointment waits so long for the person's hours. */
const MOST_WAIT_MS = 7 * DAY_MS;

/** From when on a message has lost its sense. */
const senseEnds = ({ appointment, createdAt }: Matter): number =>
  appointment?.startsAt ?? createdAt + MOST_WAIT_MS;

/** Why a message that would leave at this time should not; null when it should. */
export function findNoSense(matter: Matter, at: number): NoSense | null {
  const { kind, appointment, sequence, isSeen } = matter;
  if (isSeen) return 'seen';
  if (at >= senseEnds(matter)) return 'too-late';
  if (appointment === null) return null;
  if (kind === 'reminder')
    return appointment.status === 'booked' && appointment.sequence === sequence ? null : 'changed';
  const fits = ENDINGS.has(kind)
    ? appointment.status === 'cancelled'
    : appointment.status === 'booked' || appointment.status === 'requested';
  return fits ? null : 'changed';
}

/** After each try that came to nothing, so much later. */
const PAUSES_MS = [1, 5, 15, 60, 240].map((minutes) => minutes * MINUTE_MS);

/** When to try again after so many tries; null when that was the last. */
export function findNextTry(tries: number, now: number): number | null {
  const pause = PAUSES_MS[tries - 1];
  return pause === undefined ? null : now + pause;
}

/** So long one worker has a message for itself: longer than a sender may take. Then, killed perhaps, another has it. */
export const LEASE_MS = 2 * MINUTE_MS;
export const MOST_TRIES = PAUSES_MS.length + 1;
