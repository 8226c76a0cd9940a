import { AppointmentById } from '@homeward/contracts/booking';
import { query } from '../kernel/index.ts';
import { presentAgenda } from './present-agenda.ts';
import { appointmentNotFound } from './read-my-appointment.ts';
import { selectAgenda } from './select-agenda.ts';

/** One of the signed-in counsellor's appointments. Throws `not-found`, also for a colleague's. */
export const getAppointmentForCounsellor = query({
  action: 'appointment.get-for-counsellor',
  scope: 'agenda:own',
  input: AppointmentById,
  run: async (tx, { id }) => {
    const rows = await selectAgenda(tx).where('appointment.id', '=', id).execute();
    const [appointment] = await presentAgenda(tx, rows);
    if (!appointment) throw appointmentNotFound();
    return appointment;
  },
});
