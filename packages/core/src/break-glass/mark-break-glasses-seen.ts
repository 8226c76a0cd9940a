import { z } from 'zod';
import { actingAsStaff, command } from '../kernel/index.ts';

/** The acting admin has seen what they were told. Fine to repeat. */
export const markBreakGlassesSeen = command({
  action: 'break-glass.mark-seen',
  scope: 'break-glasses:review',
  input: z.undefined(),
  run: async (tx) => {
    await tx.db
      .updateTable('break_glass_notice')
      .set({ seen_at: new Date(tx.clock.now()) })
      .where('staff_id', '=', actingAsStaff(tx.actor).staffId)
      .where('seen_at', 'is', null)
      .execute();
  },
});
