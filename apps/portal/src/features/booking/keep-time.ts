import type { BookAppointment } from '@homeward/contracts/booking';
import type { ErrorCode } from '@homeward/contracts/error-code';
import { ask, attempt } from '../../visit/rpc.ts';
import type { Visit } from '../../visit/visit.ts';

const ANSWERED = [
  'slot-taken',
  'already-booked-then',
  'too-many-bookings',
  'not-yet-confirmed',
  'invalid-input',
] as const satisfies ErrorCode[];

export type KeptTime = { ok: true; appointmentId: string } | { ok: false; code: (typeof ANSWERED)[number] };

/** Books a time. A press that came twice finds what the first one booked, instead of a fault. */
export async function keepTime({ rpc }: Visit, booking: BookAppointment): Promise<KeptTime> {
  const answer = await attempt(rpc.booking.book.mutate(booking), ANSWERED);
  if (answer.ok) return { ok: true, appointmentId: answer.value.id };
  if (answer.code === 'slot-taken' || answer.code === 'already-booked-then') {
    const mine = await ask(rpc.booking.listMine.query());
    const same = mine.find(
      ({ status, counsellor, startsAt }) =>
        status === 'booked' &&
        counsellor.id === booking.counsellorId &&
        Date.parse(startsAt) === Date.parse(booking.startsAt),
    );
    if (same) return { ok: true, appointmentId: same.id };
  }
  return { ok: false, code: answer.code };
}
