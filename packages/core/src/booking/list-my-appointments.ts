import { sql } from 'kysely';
import { z } from 'zod';
import { query } from '../kernel/index.ts';
import { presentMyAppointments } from './read-my-appointment.ts';
import { selectMyAppointments } from './select-my-appointments.ts';

const MOST = 200;

/** The signed-in person's appointments, the latest first. */
export const listMyAppointments = query({
  action: 'appointment.list-mine',
  scope: 'appointments:own',
  input: z.undefined(),
  run: async (tx) => {
    const rows = await selectMyAppointments(tx)
      .where('appointment.status', '<>', 'held')
      .orderBy(sql`lower(appointment.period)`, 'desc')
      .orderBy('appointment.id')
      .limit(MOST)
      .execute();
    return presentMyAppointments(tx, rows);
  },
});
