import type { BookAppointment, HoldAny, HoldTime, RescheduleAppointment } from '@homeward/contracts/booking';
import type { ErrorCode } from '@homeward/contracts/error-code';
import type { MessageKey } from '@homeward/i18n';
import { ask, attempt } from '../../visit/rpc.ts';
import type { Visit } from '../../visit/visit.ts';

const ANSWERED = [
  'slot-taken',
  'already-booked-then',
  'too-many-bookings',
  'not-yet-confirmed',
  'invalid-input',
] as const satisfies ErrorCode[];
type Refused = { ok: false; code: (typeof ANSWERED)[number] };

/** What the person reads when a time can't be theirs. */
export const REFUSAL_MESSAGES = {
  'slot-taken': 'choose.errorTaken',
  'already-booked-then': 'choose.errorBusy',
  'too-many-bookings': 'choose.errorTooMany',
  'not-yet-confirmed': 'choose.errorNew',
  'invalid-input': 'error.general',
} as const satisfies Record<(typeof ANSWERED)[number], MessageKey>;

export type KeptTime = { ok: true; appointmentId: string } | Refused;

/** Keeps a time for ten minutes. */
export const holdTime = ({ rpc }: Visit, wish: HoldTime) => attempt(rpc.booking.hold.mutate(wish), ANSWERED);

/** Keeps a time for ten minutes with whoever is free, and answers with whom. */
export const holdAny = ({ rpc }: Visit, wish: HoldAny) => attempt(rpc.booking.holdAny.mutate(wish), ANSWERED);

/** Moves an appointment. */
export const moveAppointment = ({ rpc }: Visit, move: RescheduleAppointment) =>
  attempt(rpc.booking.reschedule.mutate(move), [...ANSWERED, 'too-late-to-cancel', 'conflict']);

/** Books a time. A press that came twice finds what the first one booked, instead of a fault. */
export async function keepTime({ rpc }: Visit, booking: BookAppointment): Promise<KeptTime> {
  const answer = await attempt(rpc.booking.book.mutate(booking), ANSWERED);
  if (answer.ok) return { ok: true, appointmentId: answer.value.id };
  if (answer.code === 'slot-taken' || answer.code === 'already-booked-then') {
    const mine = await ask(rpc.booking.listMine.query());
    const same = mine.find(
      ({ status, counsellor, startsAt }) =>
        (status === 'booked' || status === 'requested') &&
        counsellor.id === booking.counsellorId &&
        Date.parse(startsAt) === Date.parse(booking.startsAt),
    );
    if (same) return { ok: true, appointmentId: same.id };
  }
  return { ok: false, code: answer.code };
}
