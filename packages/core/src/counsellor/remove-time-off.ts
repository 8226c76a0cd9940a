import { RemoveTimeOff } from '@homeward/contracts/availability';
import { command, Failure } from '../kernel/index.ts';
import { lockOwn } from './lock-own.ts';
import { readMyProfile } from './read-my-profile.ts';

/** The signed-in counsellor is there after all. Throws `not-found`, the same for another's and for none. */
export const removeTimeOff = command({
  action: 'counsellor.remove-time-off',
  scope: 'availability:own',
  input: RemoveTimeOff,
  run: async (tx, { id }) => {
    const counsellor = await lockOwn(tx);
    const { numDeletedRows } = await tx.db
      .deleteFrom('time_off')
      .where('id', '=', id)
      .where('counsellor_id', '=', counsellor.id)
      .executeTakeFirstOrThrow();
    if (numDeletedRows === 0n) throw new Failure('not-found', 'there is no such time off');
    return readMyProfile(tx);
  },
  subject: ({ counsellorId }) => counsellorId,
});
