import { AppointmentById } from '@homeward/contracts/booking';
import { actingAs, command } from '../kernel/index.ts';
import { enterRoom, selectMeeting } from './enter-room.ts';

/** A way into the video room of one of the person's appointments. Throws `not-found`, or `conflict` before it opens. */
export const joinMeeting = command({
  action: 'appointment.join',
  scope: 'appointments:own',
  input: AppointmentById,
  run: async (tx, { id }) => {
    const { personId } = actingAs(tx.actor, 'person');
    const row = await selectMeeting(tx, id).where('person_id', '=', personId).executeTakeFirst();
    return { id, url: await enterRoom(tx, row, false) };
  },
  subject: ({ id }) => id,
});
