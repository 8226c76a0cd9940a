import { ListSoonest, type Soonest } from '@homeward/contracts/counsellor';
import { freeSlots, type Slot } from '@homeward/scheduling';
import { query, type Tx } from '../kernel/index.ts';
import { findAvailabilities } from './find-availabilities.ts';
import { findOwnTimes } from './find-own-times.ts';
import { presentCounsellor } from './present-counsellor.ts';
import { presentFreeSlot } from './present-free-slot.ts';
import { type CounsellorRow, selectCounsellors } from './select-counsellors.ts';
import { speaks } from './speaks.ts';

const DAY = 86_400_000;
/** Days from now, looked through one stretch after the other: nearly always the first is enough. */
const STRETCHES = [3, 14, 60, 366];

type Found = { row: CounsellorRow; slot: Slot };

/** The soonest free time of each counsellor, soonest first. */
export const listSoonest = query({
  action: 'counsellor.list-soonest',
  scope: 'counsellors:browse',
  input: ListSoonest,
  run: async (tx, { locale, language, limit }): Promise<Soonest[]> => {
    let select = selectCounsellors(tx).orderBy('counsellor.id');
    if (language) select = select.where(speaks(language));
    let waiting = await select.execute();
    const found: Found[] = [];
    let from = 0;
    for (const to of STRETCHES) {
      // Whoever is found in a later stretch is later than all of these.
      if (found.length >= limit || waiting.length === 0) break;
      found.push(...(await findSoonest(tx, waiting, from * DAY, to * DAY)));
      const done = new Set(found.map(({ row }) => row.id));
      waiting = waiting.filter((row) => !done.has(row.id) && row.horizon_days >= to);
      from = to;
    }
    return found
      .sort((a, b) => a.slot.startsAt - b.slot.startsAt)
      .slice(0, limit)
      .map(({ row, slot }) => ({ counsellor: presentCounsellor(row, locale), slot: presentFreeSlot(slot) }));
  },
});

async function findSoonest(
  tx: Tx,
  rows: readonly CounsellorRow[],
  from: number,
  to: number,
): Promise<Found[]> {
  const now = tx.clock.now();
  // A slot belongs to the stretch it starts in: the window reaches as far as the longest can last.
  const length = Math.max(...rows.map((row) => row.length_minutes)) * 60_000;
  const window = { from: now + from, to: now + to + length };
  const availabilities = await findAvailabilities(tx, rows, window);
  const avoid = await findOwnTimes(tx, window);
  return rows.flatMap((row) => {
    const availability = availabilities.get(row.id);
    const [slot] = availability ? freeSlots(availability, { now, window, avoid, limit: 1 }) : [];
    return slot && slot.startsAt < now + to ? [{ row, slot }] : [];
  });
}
