import type { AppointmentStatus } from '@homeward/contracts/booking';
import type { Modality } from '@homeward/contracts/counsellor';

const MINUTE = 60_000;
const OPENS_BEFORE_MS = 10 * MINUTE;
const CLOSES_AFTER_MS = 60 * MINUTE;

interface Meeting {
  status: AppointmentStatus;
  modality: Modality;
  /** Milliseconds since the epoch. */
  startsAt: number;
  endsAt: number;
}

/**
 * When the video room of an appointment is open: from ten minutes before it begins until an hour after its end, in case it
 * takes longer. Undefined where nobody meets by video, or not any more.
 */
export function roomHours(
  { status, modality, startsAt, endsAt }: Meeting,
  now: number,
): { opensAt: number; closesAt: number } | undefined {
  const hours = { opensAt: startsAt - OPENS_BEFORE_MS, closesAt: endsAt + CLOSES_AFTER_MS };
  return status === 'booked' && modality === 'video' && now < hours.closesAt ? hours : undefined;
}
