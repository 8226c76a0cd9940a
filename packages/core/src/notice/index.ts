export { carryOutEvent } from './carry-out-event.ts';
export { listMyNotices } from './list-my-notices.ts';
export { markMyNoticesSeen } from './mark-my-notices-seen.ts';
export { workOutbox } from './work-outbox.ts';
