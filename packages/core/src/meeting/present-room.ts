import type { AppointmentStatus, VideoRoom } from '@homeward/contracts/booking';
import type { Modality } from '@homeward/contracts/counsellor';
import { type Tx, toInstant } from '../kernel/index.ts';
import { roomHours } from './room-rules.ts';

/** What is told of the room of an appointment: where it is and when it opens, never its name. */
export function presentRoom(
  { ports: { meet }, clock }: Pick<Tx, 'ports' | 'clock'>,
  row: { status: AppointmentStatus; modality: Modality; starts_at: Date; ends_at: Date },
): VideoRoom | null {
  const now = clock.now();
  const span = { startsAt: row.starts_at.getTime(), endsAt: row.ends_at.getTime() };
  const hours = meet && roomHours({ ...row, ...span }, now);
  if (meet === undefined || hours === undefined) return null;
  return { origin: meet.origin, opensAt: toInstant(new Date(hours.opensAt)), isOpen: hours.opensAt <= now };
}
