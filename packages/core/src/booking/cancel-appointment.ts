import { AppointmentById } from '@homeward/contracts/booking';
import { sql } from 'kysely';
import { actingAs, command, Failure, newId } from '../kernel/index.ts';
import { decideCancelling } from './booking-rules.ts';
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
      .select(['status', 'organisation_id', 'counsellor_id', sql<Date>`lower(period)`.as('starts_at')])
      .forUpdate()
      .executeTakeFirst();
    if (!row) throw appointmentNotFound();

    const now = tx.clock.now();
    const decision = decideCancelling({ status: row.status, startsAt: row.starts_at.getTime() }, now);
    if (decision === 'too-late-to-cancel')
      throw new Failure(decision, 'this appointment has begun or is over');
    if (decision === 'may-cancel') {
      await tx.db
        .updateTable('appointment')
        .set({ status: 'cancelled', cancelled_at: new Date(now), hold_expires_at: null })
        .where('id', '=', id)
        .execute();
      await tx.emit({
        id: newId(tx),
        type: 'appointment.cancelled',
        organisationId: row.organisation_id,
        appointmentId: id,
        staffId: row.counsellor_id,
      });
    }
    return readMyAppointment(tx, id);
  },
  subject: ({ id }) => id,
});
