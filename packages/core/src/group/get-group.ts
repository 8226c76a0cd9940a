import { GetGroup } from '@homeward/contracts/group';
import { query } from '../kernel/index.ts';
import { findMySeats } from './find-my-seats.ts';
import { groupNotFound } from './lock-own-group.ts';
import { presentGroup } from './present-group.ts';
import { findTakenSeats, selectGroups } from './select-groups.ts';

/** One group to come that the signed-in person may join or has joined. Throws `not-found` for every other alike. */
export const getGroup = query({
  action: 'group.get',
  scope: 'appointments:book',
  input: GetGroup,
  run: async (tx, { id, locale }) => {
    const row = await selectGroups(tx)
      .where('appointment.id', '=', id)
      .where('appointment.status', '=', 'booked')
      .executeTakeFirst();
    if (!row) throw groupNotFound();
    const taken = (await findTakenSeats(tx, [id])).get(id) ?? [];
    return presentGroup(row, locale, { taken, mySeatId: (await findMySeats(tx, [id])).get(id) ?? null });
  },
});
