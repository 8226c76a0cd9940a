import { type AnyTime, ListAnyTimes } from '@homeward/contracts/booking';
import { Modality } from '@homeward/contracts/counsellor';
import { query, toInstant } from '../kernel/index.ts';
import { findAvailabilities } from './find-availabilities.ts';
import { findOwnTimes } from './find-own-times.ts';
import { findWishedRows } from './find-wished-rows.ts';
import { offeredSlots } from './offered-slots.ts';
import { presentFreeSlot } from './present-free-slot.ts';
import { readWindow } from './read-window.ts';

const MOST_DAYS = 14;

/** When anybody who fits is free, by start: each time once, with the ways in which somebody can be met. Nobody is named. */
export const listAnyTimes = query({
  action: 'counsellor.list-any-times',
  scope: 'counsellors:browse',
  input: ListAnyTimes,
  run: async (tx, { who, modality, ...asked }): Promise<AnyTime[]> => {
    const window = readWindow(asked, MOST_DAYS);
    const rows = await findWishedRows(tx, { ...who, ...(modality && { modality }) });
    const offers = await findAvailabilities(tx, rows, window);
    const avoid = await findOwnTimes(tx, window);
    const now = tx.clock.now();
    const ways = new Map<number, Set<Modality>>();
    for (const offer of offers.values())
      for (const slot of offeredSlots(offer, { now, window, avoid })) {
        const known = ways.get(slot.startsAt) ?? new Set();
        for (const way of presentFreeSlot(slot).modalities) known.add(way);
        ways.set(slot.startsAt, known);
      }
    return [...ways]
      .sort(([a], [b]) => a - b)
      .map(([startsAt, known]) => ({
        startsAt: toInstant(startsAt),
        modalities: Modality.options.filter((way) => known.has(way)),
      }))
      .filter(({ modalities }) => modality === undefined || modalities.includes(modality));
  },
});
