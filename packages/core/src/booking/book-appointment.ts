import { BookAppointment } from '@homeward/contracts/booking';
import { findSlot } from '@homeward/scheduling';
import { findAvailabilities, lockCounsellor } from '../counsellor/index.ts';
import { actingAs, command, newId } from '../kernel/index.ts';
import { decideBooking } from './booking-rules.ts';
import { insertAppointment } from './insert-appointment.ts';
import { findOpenAppointments, lockPerson } from './open-appointments.ts';
import { refuseBooking } from './refuse-booking.ts';

/**
 * Books a free time and answers the id of the appointment. Throws `slot-taken`, `already-booked-then`, `too-many-bookings`,
 * `not-yet-confirmed` (a newcomer's second one), `not-found` (the counsellor) or `invalid-input` (a way or language that is
 * not offered). Asked twice for the same time, it answers the same id.
 */
export const bookAppointment = command({
  action: 'appointment.book',
  scope: 'appointments:book',
  input: BookAppointment,
  run: async (tx, wish) => {
    const { personId } = actingAs(tx.actor, 'person');
    const startsAt = Date.parse(wish.startsAt);
    // First the counsellor, then the person, always in this order: others wait here and then see what was booked.
    const counsellor = await lockCounsellor(tx, wish.counsellorId);
    const { confirmed } = await lockPerson(tx, personId, { releasing: counsellor.id });

    const open = await findOpenAppointments(tx, personId);
    const same = open.find((one) => one.counsellorId === counsellor.id && one.from === startsAt);
    if (same) return { id: same.id };

    const window = { from: startsAt, to: startsAt + counsellor.length_minutes * 60_000 };
    const availability = (await findAvailabilities(tx, [counsellor], window)).get(counsellor.id);
    const slot = availability && findSlot(availability, { now: tx.clock.now(), startsAt });
    const { modality, language } = wish;
    const decision = decideBooking({
      slot,
      modality,
      language,
      spoken: counsellor.languages,
      open,
      confirmed,
    });
    if (decision !== 'may-book') throw refuseBooking(decision);

    const id = await insertAppointment(tx, counsellor, wish, window);
    await tx.emit({
      id: newId(tx),
      type: 'appointment.booked',
      by: 'person',
      organisationId: counsellor.organisation_id,
      appointmentId: id,
      staffId: counsellor.id,
    });
    return { id };
  },
  subject: ({ id }) => id,
});
