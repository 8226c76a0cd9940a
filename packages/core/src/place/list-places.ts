import type { Place } from '@homeward/contracts/place';
import { z } from 'zod';
import { query } from '../kernel/index.ts';
import { ownOrganisation, selectOwnPlaces } from './own-places.ts';

/** The open places of one's own organisation with their open rooms, by name. */
export const listPlaces = query({
  action: 'place.list',
  scope: 'places:own',
  input: z.undefined(),
  run: async (tx): Promise<Place[]> => {
    const places = await selectOwnPlaces(tx).orderBy('place_detail.name').orderBy('place.id').execute();
    const rooms = await tx.db
      .selectFrom('room')
      .where('organisation_id', '=', ownOrganisation(tx))
      .where('closed_at', 'is', null)
      .orderBy('name')
      .orderBy('id')
      .select(['id', 'place_id', 'name', 'seats'])
      .execute();
    return places.map(({ id, name, area, address }) => ({
      id,
      name,
      area,
      address,
      rooms: rooms
        .filter((room) => room.place_id === id)
        .map((room) => ({ id: room.id, name: room.name, seats: room.seats })),
    }));
  },
});
