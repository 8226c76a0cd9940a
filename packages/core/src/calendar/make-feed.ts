import type { NewCalendarFeed } from '@homeward/contracts/calendar';
import { z } from 'zod';
import { actingAs, command } from '../kernel/index.ts';
import { hashFeedToken, makeFeedToken } from './feed-token.ts';

/** Makes the signed-in counsellor's feed, or gives it a new address: the one before opens nothing any more. */
export const makeFeed = command({
  action: 'calendar-feed.make',
  scope: 'agenda:own',
  stepUp: true,
  input: z.undefined(),
  run: async (tx): Promise<NewCalendarFeed> => {
    const { staffId, organisationId } = actingAs(tx.actor, 'counsellor');
    const token = makeFeedToken(tx.random);
    const made = { token_hash: hashFeedToken(token), made_at: new Date(tx.clock.now()) };
    await tx.db
      .insertInto('calendar_feed')
      .values({ organisation_id: organisationId, counsellor_id: staffId, ...made })
      .onConflict((conflict) => conflict.columns(['organisation_id', 'counsellor_id']).doUpdateSet(made))
      .execute();
    return { url: `${tx.ports.site.origin}/calendar/${token}.ics` };
  },
});
