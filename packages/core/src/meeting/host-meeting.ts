import { AppointmentById } from '@homeward/contracts/booking';
import { actingAs, command } from '../kernel/index.ts';
import { enterRoom, selectMeeting } from './enter-room.ts';

/** A way into the video room of one of the counsellor's appointments, as who leads it. Throws `not-found`, or `conflict` before it opens. */
export const hostMeeting = command({
  action: 'appointment.host',
  scope: 'agenda:own',
  input: AppointmentById,
  run: async (tx, { id }) => {
    const { staffId } = actingAs(tx.actor, 'counsellor');
    const own = selectMeeting(tx, id).where('counsellor_id', '=', staffId).where('kind', '<>', 'seat');
    return { id, url: await enterRoom(tx, await own.executeTakeFirst(), true) };
  },
  subject: ({ id }) => id,
});
