import { MarkNoticesSeen } from '@homeward/contracts/notice';
import { actingAs, command } from '../kernel/index.ts';

/** The person has opened what the news was about: it is none any more, here or in a message that waits. Fine to repeat. */
export const markMyNoticesSeen = command({
  action: 'notice.mark-seen',
  scope: 'account:own',
  input: MarkNoticesSeen,
  run: async (tx, { about }) => {
    await tx.db
      .updateTable('person_notice')
      .set({ seen_at: new Date(tx.clock.now()) })
      .where('person_id', '=', actingAs(tx.actor, 'person').personId)
      .where((eb) => eb.or([eb('appointment_id', '=', about), eb('subject_id', '=', about)]))
      .where('seen_at', 'is', null)
      .execute();
  },
});
