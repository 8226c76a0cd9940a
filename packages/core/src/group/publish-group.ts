import { GroupById } from '@homeward/contracts/group';
import { command, Failure } from '../kernel/index.ts';
import { lockOwnGroup } from './lock-own-group.ts';

/** From now on persons see the group and can join. Fine to repeat. Throws `not-found`, `too-late-to-cancel`, or `conflict` for one that was called off. */
export const publishGroup = command({
  action: 'group.publish',
  scope: 'agenda:own',
  input: GroupById,
  run: async (tx, { id }) => {
    const group = await lockOwnGroup(tx, id);
    if (group.status !== 'booked') throw new Failure('conflict', 'this group was called off');
    await tx.db
      .updateTable('group_session')
      .set({ published_at: new Date(tx.clock.now()) })
      .where('appointment_id', '=', id)
      .where('published_at', 'is', null)
      .execute();
    return { id };
  },
  subject: ({ id }) => id,
});
