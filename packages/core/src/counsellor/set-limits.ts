import { SetLimits } from '@homeward/contracts/availability';
import { actingAs, command } from '../kernel/index.ts';
import { readMyProfile } from './read-my-profile.ts';

/** Bounds the times at which the signed-in counsellor can be booked from now on. What is booked keeps its own length and buffers. */
export const setLimits = command({
  action: 'counsellor.set-limits',
  scope: 'availability:own',
  input: SetLimits,
  run: async (tx, limits) => {
    const { staffId } = actingAs(tx.actor, 'counsellor');
    await tx.db
      .updateTable('counsellor')
      .where('id', '=', staffId)
      .set({
        length_minutes: limits.lengthMinutes,
        step_minutes: limits.stepMinutes,
        buffer_before_minutes: limits.bufferBeforeMinutes,
        buffer_after_minutes: limits.bufferAfterMinutes,
        notice_minutes: limits.noticeMinutes,
        horizon_days: limits.horizonDays,
        max_per_day: limits.maxPerDay,
        longest_run_minutes: limits.longestRunMinutes,
        break_minutes: limits.breakMinutes,
      })
      .execute();
    return readMyProfile(tx);
  },
  subject: ({ counsellorId }) => counsellorId,
});
