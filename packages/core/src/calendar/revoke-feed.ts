import { z } from 'zod';
import { actingAs, command, type Tx } from '../kernel/index.ts';

/** From now on the address of the signed-in counsellor's feed opens nothing. Fine to repeat. */
export const revokeFeed = command({
  action: 'calendar-feed.revoke',
  scope: 'agenda:own',
  input: z.undefined(),
  run: (tx) => endFeed(tx, actingAs(tx.actor, 'counsellor').staffId),
});

/** The same for whoever leaves: who comes back makes a new one. Ask under the system's view. */
export async function endFeed(tx: Pick<Tx, 'db'>, counsellorId: string): Promise<void> {
  await tx.db.deleteFrom('calendar_feed').where('counsellor_id', '=', counsellorId).execute();
}
