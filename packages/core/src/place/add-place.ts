import { AddPlace } from '@homeward/contracts/place';
import { command, newId } from '../kernel/index.ts';
import { MOST_PLACES, ownOrganisation, selectOwnPlaces, tooMany } from './own-places.ts';

/** Adds a place where one's own organisation meets people. Throws `conflict` when there are too many. */
export const addPlace = command({
  action: 'place.add',
  scope: 'places:own',
  input: AddPlace,
  run: async (tx, { name, area, address }) => {
    const organisationId = ownOrganisation(tx);
    if ((await selectOwnPlaces(tx).execute()).length >= MOST_PLACES) throw tooMany();
    const id = newId(tx);
    await tx.db
      .insertInto('place')
      .values({ id, organisation_id: organisationId, area, created_at: new Date(tx.clock.now()) })
      .execute();
    await tx.db
      .insertInto('place_detail')
      .values({ place_id: id, organisation_id: organisationId, name, address })
      .execute();
    return { id };
  },
  subject: ({ id }) => id,
});
