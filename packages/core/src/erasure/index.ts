export { applyErasureList } from './apply-erasure-list.ts';
export { cancelErasure } from './cancel-erasure.ts';
export { carryOutErasures } from './carry-out-erasures.ts';
export { erasePerson } from './erase-person.ts';
export { findReceipt } from './find-receipt.ts';
export { getMyErasure } from './get-my-erasure.ts';
export { isReceiptOurs } from './receipt.ts';
export { requestErasure } from './request-erasure.ts';
