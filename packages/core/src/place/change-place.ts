import { ChangePlace } from '@homeward/contracts/place';
import { command } from '../kernel/index.ts';
import { lockOwnPlace, ownOrganisation } from './own-places.ts';

/**
 * Renames a place, or says where it is now: people with an appointment there are told the new address. So whoever is here must
 * have proved it. Throws `not-found`.
 */
export const changePlace = command({
  action: 'place.change',
  scope: 'places:own',
  stepUp: true,
  input: ChangePlace,
  run: async (tx, { id, name, area, address }) => {
    await lockOwnPlace(tx, id);
    await tx.db.updateTable('place').where('id', '=', id).set({ area }).execute();
    await tx.db
      .updateTable('place_detail')
      .where('organisation_id', '=', ownOrganisation(tx))
      .where('place_id', '=', id)
      .set({ name, address })
      .execute();
    return { id };
  },
  subject: ({ id }) => id,
});
