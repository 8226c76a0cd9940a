import { z } from 'zod';
import { actingAs, command } from '../kernel/index.ts';

/** "I have kept it": from now on nobody can read the number here, us included. Fine to repeat. */
export const confirmKept = command({
  action: 'account.confirm-kept',
  scope: 'account:own',
  input: z.undefined(),
  run: async (tx) => {
    await tx.db
      .updateTable('person')
      .set({ kept_at: new Date(tx.clock.now()), access_number_sealed: null })
      .where('id', '=', actingAs(tx.actor, 'person').personId)
      .where('kept_at', 'is', null)
      .execute();
  },
});
