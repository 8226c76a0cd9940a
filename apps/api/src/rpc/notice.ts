import { listMyNotices, markMyNoticesSeen } from '@homeward/core/notice';
import { asMutation, asQuery, router } from './trpc.ts';

export const notice = router({
  mine: asQuery(listMyNotices),
  markSeen: asMutation(markMyNoticesSeen),
});
