import { AppointmentById } from '@homeward/contracts/booking';
import { reading } from '../kernel/index.ts';
import { presentAgenda } from './present-agenda.ts';
import { appointmentNotFound } from './read-my-appointment.ts';
import { selectAgenda } from './select-agenda.ts';

/** One of the signed-in counsellor's appointments. Throws `not-found`, also for a colleague's. */
export const getAppointmentForCounsellor = reading({
  action: 'appointment.get-for-counsellor',
  scope: 'agenda:own',
  input: AppointmentById,
  run: async (tx, { id }) => {
    const rows = await selectAgenda(tx).where('appointment.id', '=', id).execute();
    const [shown] = await presentAgenda(tx, rows);
    if (!shown) throw appointmentNotFound();
    return shown;
  },
  seen: ({ personId }) => (personId ? [{ personId, what: 'appointment' }] : []),
  present: ({ appointment }) => appointment,
});
