import { ListFreeSlots } from '@homeward/contracts/counsellor';
import { query } from '../kernel/index.ts';
import { findAvailabilities } from './find-availabilities.ts';
import { findOwnTimes } from './find-own-times.ts';
import { getCounsellorRow } from './get-counsellor-row.ts';
import { offeredSlots } from './offered-slots.ts';
import { presentFreeSlot } from './present-free-slot.ts';
import { readWindow } from './read-window.ts';

const MOST_DAYS = 31;

/** One counsellor's free times that start and end inside a window, by start. Throws `not-found`. */
export const listFreeSlots = query({
  action: 'counsellor.list-free-slots',
  scope: 'counsellors:browse',
  input: ListFreeSlots,
  run: async (tx, { counsellorId, ...asked }) => {
    const window = readWindow(asked, MOST_DAYS);
    const counsellor = await getCounsellorRow(tx, counsellorId);
    const offer = (await findAvailabilities(tx, [counsellor], window)).get(counsellor.id);
    if (!offer) return [];
    const avoid = await findOwnTimes(tx, window);
    return offeredSlots(offer, { now: tx.clock.now(), window, avoid }).map(presentFreeSlot);
  },
});
