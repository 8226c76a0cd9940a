import { RescheduleAppointment } from '@homeward/contracts/booking';
import { actingAs, command } from '../kernel/index.ts';
import { moveTime } from './move-time.ts';
import { readMyAppointment } from './read-my-appointment.ts';

/** The person moves their appointment to another free time of the same counsellor, without a reason. Throws as `moveTime` does. */
export const rescheduleAppointment = command({
  action: 'appointment.reschedule',
  scope: 'appointments:own',
  input: RescheduleAppointment,
  run: async (tx, { id, startsAt, zone }) => {
    actingAs(tx.actor, 'person');
    await moveTime(tx, { appointmentId: id, startsAt: Date.parse(startsAt), zone });
    return readMyAppointment(tx, id);
  },
  subject: ({ id }) => id,
});
