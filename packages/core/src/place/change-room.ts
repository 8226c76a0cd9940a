import { ChangeRoom } from '@homeward/contracts/place';
import { command } from '../kernel/index.ts';
import { lockOwnRoom } from './own-room.ts';

/** Renames a room, or says how many fit in. Throws `not-found`. */
export const changeRoom = command({
  action: 'place.change-room',
  scope: 'places:own',
  input: ChangeRoom,
  run: async (tx, { id, name, seats }) => {
    await lockOwnRoom(tx, id);
    await tx.db.updateTable('room').where('id', '=', id).set({ name, seats }).execute();
    return { id };
  },
  subject: ({ id }) => id,
});
