import type { MyFreeTimes } from '@homeward/contracts/availability';
import { z } from 'zod';
import { query, toInstant } from '../kernel/index.ts';
import { findAvailabilities } from './find-availabilities.ts';
import { getOwnRow } from './get-own-row.ts';
import { offeredSlots } from './offered-slots.ts';

const DAYS = 14;
const DAY = 86_400_000;

/** How many times people can book with the signed-in counsellor in the next two weeks: what a change of hours or limits did. */
export const getMyFreeTimes = query({
  action: 'counsellor.get-my-free-times',
  scope: 'availability:own',
  input: z.undefined(),
  run: async (tx): Promise<MyFreeTimes> => {
    const now = tx.clock.now();
    const window = { from: now, to: now + DAYS * DAY };
    const own = await getOwnRow(tx);
    const offer = (await findAvailabilities(tx, [own], window)).get(own.id);
    const slots = offer ? offeredSlots(offer, { now, window }) : [];
    return { count: slots.length, soonest: slots[0] ? toInstant(slots[0].startsAt) : null };
  },
});
