import { CloseRoom } from '@homeward/contracts/place';
import { command } from '../kernel/index.ts';
import { listStillBooked } from './list-still-booked.ts';
import { lockOwnRoom } from './own-room.ts';

/** Nobody new is met there. Appointments that are booked there stay booked; when they begin is answered. Throws `not-found`. */
export const closeRoom = command({
  action: 'place.close-room',
  scope: 'places:own',
  input: CloseRoom,
  run: async (tx, { id }) => {
    const { placeId } = await lockOwnRoom(tx, id);
    const closedAt = new Date(tx.clock.now());
    await tx.db.updateTable('room').where('id', '=', id).set({ closed_at: closedAt }).execute();
    return { id, stillBooked: await listStillBooked(tx, placeId, id) };
  },
  subject: ({ id }) => id,
});
