import { ListGroups } from '@homeward/contracts/group';
import { query } from '../kernel/index.ts';
import { findMySeats } from './find-my-seats.ts';
import { presentGroup } from './present-group.ts';
import { findTakenSeats, selectGroups } from './select-groups.ts';

const MOST_SHOWN = 100;

/** The groups to come that the signed-in person may join or has joined, soonest first. */
export const listGroups = query({
  action: 'group.list',
  scope: 'appointments:book',
  input: ListGroups,
  run: async (tx, { locale }) => {
    const rows = await selectGroups(tx)
      .where('appointment.status', '=', 'booked')
      .limit(MOST_SHOWN)
      .execute();
    const ids = rows.map(({ id }) => id);
    const taken = await findTakenSeats(tx, ids);
    const mine = await findMySeats(tx, ids);
    return rows.map((row) =>
      presentGroup(row, locale, { taken: taken.get(row.id) ?? [], mySeatId: mine.get(row.id) ?? null }),
    );
  },
});
