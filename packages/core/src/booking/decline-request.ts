import { DeclineRequest } from '@homeward/contracts/booking';
import { shortenAssignment } from '../assignment/index.ts';
import { asSystem, command } from '../kernel/index.ts';
import { lockRequest } from './answer-request.ts';
import { tellOf } from './tell-of.ts';

/**
 * The counsellor can't take what a person asked for, with a reason of a closed list: the time is free again, and the
 * counsellor looks after the person no longer than the rest asks for. Throws as confirming does.
 */
export const declineRequest = command({
  action: 'appointment.decline',
  scope: 'agenda:own',
  input: DeclineRequest,
  run: async (tx, { id, reason }) => {
    const row = await lockRequest(tx, id, 'no');
    if (!row) return id;
    await tx.db
      .updateTable('appointment')
      .set({
        status: 'cancelled',
        cancelled_at: new Date(tx.clock.now()),
        cancelled_by: 'organisation',
        decline_reason: reason,
      })
      .where('id', '=', id)
      .execute();
    const { person_id: personId, counsellor_id: staffId } = row;
    if (personId !== null)
      await asSystem(tx, (db) => shortenAssignment({ ...tx, db }, { personId, staffId }));
    await tellOf(tx, 'appointment.declined', row);
    return id;
  },
  subject: (id) => id,
});
