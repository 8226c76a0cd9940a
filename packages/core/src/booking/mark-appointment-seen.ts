import { AppointmentById } from '@homeward/contracts/booking';
import { actingAs, command } from '../kernel/index.ts';

/** The counsellor has seen what happened to this appointment, or to a group and its seats: it is no longer new. Nothing else changes. */
export const markAppointmentSeen = command({
  action: 'appointment.mark-seen',
  scope: 'agenda:own',
  input: AppointmentById,
  run: async (tx, { id }) => {
    await tx.db
      .updateTable('notice')
      .set({ seen_at: new Date(tx.clock.now()) })
      .where('staff_id', '=', actingAs(tx.actor, 'counsellor').staffId)
      .where((eb) =>
        eb.or([
          eb('appointment_id', '=', id),
          eb(
            'appointment_id',
            'in',
            eb.selectFrom('appointment').where('group_id', '=', id).select('appointment.id'),
          ),
        ]),
      )
      .where('seen_at', 'is', null)
      .execute();
  },
});
