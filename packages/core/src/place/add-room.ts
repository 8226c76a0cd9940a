import { AddRoom } from '@homeward/contracts/place';
import { command, newId } from '../kernel/index.ts';
import { lockOwnPlace, MOST_ROOMS, ownOrganisation, tooMany } from './own-places.ts';

/** Adds a room: so many can meet there at once. Throws `not-found` (the place) or `conflict` (too many). */
export const addRoom = command({
  action: 'place.add-room',
  scope: 'places:own',
  input: AddRoom,
  run: async (tx, { placeId, name, seats }) => {
    await lockOwnPlace(tx, placeId);
    const { count } = await tx.db
      .selectFrom('room')
      .where('place_id', '=', placeId)
      .where('closed_at', 'is', null)
      .select((eb) => eb.fn.countAll<string>().as('count'))
      .executeTakeFirstOrThrow();
    if (Number(count) >= MOST_ROOMS) throw tooMany();
    const id = newId(tx);
    await tx.db
      .insertInto('room')
      .values({ id, organisation_id: ownOrganisation(tx), place_id: placeId, name, seats })
      .execute();
    return { id };
  },
  subject: ({ id }) => id,
});
