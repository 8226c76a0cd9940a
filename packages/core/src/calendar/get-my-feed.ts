import type { CalendarFeed } from '@homeward/contracts/calendar';
import { z } from 'zod';
import { actingAs, query, toInstant } from '../kernel/index.ts';

/** Whether the signed-in counsellor has a feed, and since when; its address is told to nobody again. */
export const getMyFeed = query({
  action: 'calendar-feed.get-mine',
  scope: 'agenda:own',
  input: z.undefined(),
  run: async (tx): Promise<CalendarFeed | null> => {
    const row = await tx.db
      .selectFrom('calendar_feed')
      .where('counsellor_id', '=', actingAs(tx.actor, 'counsellor').staffId)
      .select('made_at')
      .executeTakeFirst();
    return row ? { madeAt: toInstant(row.made_at) } : null;
  },
});
