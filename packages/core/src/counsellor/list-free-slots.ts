import { ListFreeSlots } from '@homeward/contracts/counsellor';
import { query } from '../kernel/index.ts';
import { asIfWithout } from './as-if-without.ts';
import { findAvailabilities } from './find-availabilities.ts';
import { findOwnEntries, findOwnTimes } from './find-own-times.ts';
import { getCounsellorRow } from './get-counsellor-row.ts';
import { offeredSlots } from './offered-slots.ts';
import { presentFreeSlot } from './present-free-slot.ts';
import { readWindow } from './read-window.ts';

const MOST_DAYS = 31;
const DAY = 86_400_000;

/** One counsellor's free times that start and end inside a window, by start. Throws `not-found`. */
export const listFreeSlots = query({
  action: 'counsellor.list-free-slots',
  scope: 'counsellors:browse',
  input: ListFreeSlots,
  run: async (tx, { counsellorId, movingId, ...asked }) => {
    const window = readWindow(asked, MOST_DAYS);
    const counsellor = await getCounsellorRow(tx, counsellorId);
    const offer = (await findAvailabilities(tx, [counsellor], window)).get(counsellor.id);
    if (!offer) return [];
    const avoid = await findOwnTimes(tx, window, movingId);
    // Of a counsellor's day as a whole, so that what is held or moved does not count against the most of that day.
    const around = { from: window.from - DAY, to: window.to + DAY };
    const own = await findOwnEntries(tx, around, { counsellorId, movingId });
    const free = offeredSlots(asIfWithout(offer, own), { now: tx.clock.now(), window, avoid });
    return free.map(presentFreeSlot);
  },
});
