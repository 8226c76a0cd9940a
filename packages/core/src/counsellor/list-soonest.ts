import { ListSoonest, type Soonest } from '@homeward/contracts/counsellor';
import { query } from '../kernel/index.ts';
import { findSoonest } from './find-soonest.ts';
import { presentCounsellor } from './present-counsellor.ts';
import { presentFreeSlot } from './present-free-slot.ts';
import { selectCounsellors } from './select-counsellors.ts';
import { speaks } from './speaks.ts';

/** The soonest free time of each counsellor, soonest first. */
export const listSoonest = query({
  action: 'counsellor.list-soonest',
  scope: 'counsellors:browse',
  input: ListSoonest,
  run: async (tx, { locale, language, limit }): Promise<Soonest[]> => {
    let select = selectCounsellors(tx).orderBy('counsellor.id');
    if (language) select = select.where(speaks(language));
    const found = await findSoonest(tx, await select.execute(), limit);
    return found.map(({ row, slot }) => ({
      counsellor: presentCounsellor(row, locale),
      slot: presentFreeSlot(slot),
    }));
  },
});
