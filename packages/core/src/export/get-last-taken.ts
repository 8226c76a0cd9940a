import type { LastTaken } from '@homeward/contracts/held-data';
import { z } from 'zod';
import { actingAs, query, toInstant } from '../kernel/index.ts';

/** When everything about the person was last taken, so that they see it if it was not they who did. */
export const getLastTaken = query({
  action: 'held-data.last-taken',
  scope: 'account:own',
  input: z.undefined(),
  run: async (tx): Promise<LastTaken> => {
    const { exported_at: takenAt } = await tx.db
      .selectFrom('person')
      .select('exported_at')
      .where('id', '=', actingAs(tx.actor, 'person').personId)
      .executeTakeFirstOrThrow();
    return { takenAt: takenAt && toInstant(takenAt) };
  },
});
