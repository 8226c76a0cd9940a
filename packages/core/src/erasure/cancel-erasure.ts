import { z } from 'zod';
import { actingAs, command } from '../kernel/index.ts';

/** Stays after all. Fine to repeat. */
export const cancelErasure = command({
  action: 'erasure.cancel',
  scope: 'account:own',
  input: z.undefined(),
  run: async (tx) => {
    const { personId } = actingAs(tx.actor, 'person');
    await tx.db.deleteFrom('erasure_request').where('person_id', '=', personId).execute();
    return personId;
  },
  subject: (personId) => personId,
});
