import { RemoveOverride } from '@homeward/contracts/availability';
import { command } from '../kernel/index.ts';
import { lockOwn } from './lock-own.ts';
import { readMyProfile } from './read-my-profile.ts';

/** Takes away what was said of a date: the weekly hours count again, or the holiday. Said twice, it is no mistake. */
export const removeOverride = command({
  action: 'counsellor.remove-override',
  scope: 'availability:own',
  input: RemoveOverride,
  run: async (tx, { date }) => {
    const { id } = await lockOwn(tx);
    await tx.db
      .deleteFrom('availability_override')
      .where('counsellor_id', '=', id)
      .where('on_date', '=', date)
      .execute();
    return readMyProfile(tx);
  },
  subject: ({ counsellorId }) => counsellorId,
});
