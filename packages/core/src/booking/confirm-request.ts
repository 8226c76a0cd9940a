import { AppointmentById } from '@homeward/contracts/booking';
import { command } from '../kernel/index.ts';
import { lockRequest } from './answer-request.ts';
import { tellOf } from './tell-of.ts';

/** The counsellor says yes to what a person asked for: it is booked. Throws `not-found`, or `conflict` when it is no request any more. */
export const confirmRequest = command({
  action: 'appointment.confirm',
  scope: 'agenda:own',
  input: AppointmentById,
  run: async (tx, { id }) => {
    const row = await lockRequest(tx, id, 'yes');
    if (!row) return id;
    await tx.db.updateTable('appointment').set({ status: 'booked' }).where('id', '=', id).execute();
    await tellOf(tx, 'appointment.confirmed', row);
    return id;
  },
  subject: (id) => id,
});
