import { ListSoonest, type Soonest } from '@homeward/contracts/counsellor';
import { query } from '../kernel/index.ts';
import { findNextTimes } from './find-next-times.ts';
import { findWishedRows } from './find-wished-rows.ts';
import { presentCounsellor } from './present-counsellor.ts';
import { presentFreeSlot } from './present-free-slot.ts';

/** The soonest free time of each counsellor who fits, soonest first. */
export const listSoonest = query({
  action: 'counsellor.list-soonest',
  scope: 'counsellors:browse',
  input: ListSoonest,
  run: async (tx, { locale, limit, ...wishes }): Promise<Soonest[]> => {
    const rows = await findWishedRows(tx, wishes);
    const found = await findNextTimes(tx, rows, { modality: wishes.modality, limit });
    return found.map(({ row, slot }) => ({
      counsellor: presentCounsellor(row, locale),
      slot: presentFreeSlot(slot),
    }));
  },
});
