import { AppointmentById } from '@homeward/contracts/booking';
import { sql } from 'kysely';
import { actingAs, command, Failure } from '../kernel/index.ts';
import { decideCancelling } from './booking-rules.ts';
import { giveBack } from './give-back.ts';
import { appointmentNotFound, readMyAppointment } from './read-my-appointment.ts';

/** Gives the time back, without a reason. Throws `not-found`, or `too-late-to-cancel` once it has begun. */
export const cancelAppointment = command({
  action: 'appointment.cancel',
  scope: 'appointments:own',
  input: AppointmentById,
  run: async (tx, { id }) => {
    const row = await tx.db
      .selectFrom('appointment')
      .where('id', '=', id)
      .where('person_id', '=', actingAs(tx.actor, 'person').personId)
      // A time that is held is no appointment yet: nobody knows of it, so nobody is told that it ended.
      .where('status', '<>', 'held')
      .select(['id', 'status', 'organisation_id', 'counsellor_id', sql<Date>`lower(period)`.as('starts_at')])
      .forUpdate()
      .executeTakeFirst();
    if (!row) throw appointmentNotFound();

    const seen = { status: row.status, startsAt: row.starts_at.getTime() };
    const decision = decideCancelling(seen, tx.clock.now());
    if (decision === 'too-late-to-cancel')
      throw new Failure(decision, 'this appointment has begun or is over');
    if (decision === 'may-cancel') await giveBack(tx, row);
    return readMyAppointment(tx, id);
  },
  subject: ({ id }) => id,
});
