import { HandoverById } from '@homeward/contracts/handover';
import { actingAs, command } from '../kernel/index.ts';

/** Takes a question back that is not answered yet; the person sees it no more. Fine to repeat, and for one that is answered. */
export const withdrawHandover = command({
  action: 'handover.withdraw',
  scope: 'agenda:own',
  input: HandoverById,
  run: async (tx, { id }) => {
    await tx.db
      .updateTable('handover')
      .set({ status: 'withdrawn', answered_at: new Date(tx.clock.now()) })
      .where('id', '=', id)
      .where('from_staff_id', '=', actingAs(tx.actor, 'counsellor').staffId)
      .where('status', '=', 'asked')
      .execute();
    return { id };
  },
  subject: ({ id }) => id,
});
