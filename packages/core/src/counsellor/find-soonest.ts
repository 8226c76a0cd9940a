import { type Availability, freeSlots, type Span } from '@homeward/scheduling';
import type { Tx } from '../kernel/index.ts';
import { findHours, placesOf } from './find-availabilities.ts';
import { findBusy } from './find-busy.ts';
import { findOwnTimes } from './find-own-times.ts';
import { findPlaces } from './find-places.ts';
import { type OfferedSlot, offeredSlots } from './offered-slots.ts';
import type { CounsellorRow } from './select-counsellors.ts';

const DAY = 86_400_000;
/** Days from now, looked through one stretch after the other: nearly always the first is enough. */
const STRETCHES = [3, 14, 60, 366];
/** Of how many the appointments are read at first; three times as many each time that was not enough. */
const FIRST_READ = 30;

export type Found = { row: CounsellorRow; slot: OfferedSlot };
type Candidate = { row: CounsellorRow; hours: Availability; opensAt: number };

/**
 * The soonest free time of each of these counsellors, soonest first, for the first `limit` of them. Of two at the same time
 * the one whose hours begin earlier, or who was given first.
 */
export async function findSoonest(tx: Tx, rows: readonly CounsellorRow[], limit: number): Promise<Found[]> {
  const found: Found[] = [];
  let waiting = rows;
  let from = 0;
  for (const to of STRETCHES) {
    // Whoever is found in a later stretch is later than all of these.
    if (found.length >= limit || waiting.length === 0) break;
    found.push(...(await findWithin(tx, waiting, { from: from * DAY, to: to * DAY }, limit - found.length)));
    const done = new Set(found.map(({ row }) => row.id));
    waiting = waiting.filter((row) => !done.has(row.id) && row.horizon_days >= to);
    from = to;
  }
  return found;
}

/** Those with a time that starts in a stretch counted from now. */
async function findWithin(
  tx: Tx,
  rows: readonly CounsellorRow[],
  stretch: Span,
  limit: number,
): Promise<Found[]> {
  const now = tx.clock.now();
  const until = now + stretch.to;
  // A slot belongs to the stretch it starts in: the window reaches as far as the longest can last.
  const length = Math.max(...rows.map((row) => row.length_minutes)) * 60_000;
  const window = { from: now + stretch.from, to: until + length };
  const avoid = await findOwnTimes(tx, window);
  const asked = { now, window, avoid, limit: 1 };

  // Nobody is free before their hours: read in the order of these, most appointments need not be read at all.
  const hours = await findHours(tx, rows, window);
  const candidates: Candidate[] = rows
    .flatMap((row) => {
      const own = hours.get(row.id);
      const opening = own && freeSlots(own, asked)[0];
      return opening && opening.startsAt < until ? [{ row, hours: own, opensAt: opening.startsAt }] : [];
    })
    .sort((a, b) => a.opensAt - b.opensAt);

  const found: Found[] = [];
  for (let done = 0, size = FIRST_READ; done < candidates.length; done += size, size *= 3) {
    const last = found[limit - 1];
    if (last && (candidates[done]?.opensAt ?? 0) >= last.slot.startsAt) break;
    const some = candidates.slice(done, done + size);
    const busy = await findBusy(
      tx,
      some.map(({ row, hours: { limits } }) => ({ id: row.id, limits })),
      window,
    );
    const named = placesOf(some.map(({ hours: own }) => own));
    const places = await findPlaces(tx, named, window);
    for (const { row, hours: own } of some) {
      const [slot] = offeredSlots({ ...own, busy: busy.get(row.id) ?? [], places }, asked);
      if (slot && slot.startsAt < until) found.push({ row, slot });
    }
    found.sort((a, b) => a.slot.startsAt - b.slot.startsAt);
  }
  return found.slice(0, limit);
}
