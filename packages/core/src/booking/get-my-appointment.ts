import { AppointmentById } from '@homeward/contracts/booking';
import { query } from '../kernel/index.ts';
import { readMyAppointment } from './read-my-appointment.ts';

/** One of the signed-in person's appointments. Throws `not-found`. */
export const getMyAppointment = query({
  action: 'appointment.get-mine',
  scope: 'appointments:own',
  input: AppointmentById,
  run: (tx, { id }) => readMyAppointment(tx, id),
});
