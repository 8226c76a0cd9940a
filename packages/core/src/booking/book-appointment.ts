import { BookAppointment } from '@homeward/contracts/booking';
import { actingAs, command } from '../kernel/index.ts';
import { takeTime } from './take-time.ts';

/**
 * Books a free time, or one that the person holds, and answers the id of the appointment; with a counsellor who confirms by
 * hand it is a request first. Throws `slot-taken`, `already-booked-then`, `too-many-bookings`, `not-yet-confirmed` (a
 * newcomer's second one), `not-found` (the counsellor) or `invalid-input` (a way or language that is not offered). Asked
 * twice for the same time, it answers the same id.
 */
export const bookAppointment = command({
  action: 'appointment.book',
  scope: 'appointments:book',
  input: BookAppointment,
  run: async (tx, { counsellorId, startsAt, modality, zone, ...said }) => {
    const { personId } = actingAs(tx.actor, 'person');
    const at = Date.parse(startsAt);
    const { id } = await takeTime(tx, {
      counsellorId,
      personId,
      startsAt: at,
      modality,
      zone,
      said,
      as: 'booked',
    });
    return { id };
  },
  subject: ({ id }) => id,
});
