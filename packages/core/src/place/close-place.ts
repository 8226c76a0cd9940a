import { ClosePlace } from '@homeward/contracts/place';
import { command } from '../kernel/index.ts';
import { listStillBooked } from './list-still-booked.ts';
import { lockOwnPlace } from './own-places.ts';

/**
 * Nobody new is met there. Appointments that are booked there stay booked; when they begin is answered, so that somebody moves
 * them or gives them back. Throws `not-found`.
 */
export const closePlace = command({
  action: 'place.close',
  scope: 'places:own',
  input: ClosePlace,
  run: async (tx, { id }) => {
    await lockOwnPlace(tx, id);
    const closedAt = new Date(tx.clock.now());
    await tx.db.updateTable('place').where('id', '=', id).set({ closed_at: closedAt }).execute();
    return { id, stillBooked: await listStillBooked(tx, id) };
  },
  subject: ({ id }) => id,
});
