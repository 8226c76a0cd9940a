export { confirmRecovery } from './confirm-recovery.ts';
export { getMyRecovery } from './get-my-recovery.ts';
export { listRecoveriesToConfirm } from './list-recoveries-to-confirm.ts';
export { listStartedRecoveries } from './list-started-recoveries.ts';
export { makeCard } from './make-card.ts';
export { recoverAccount } from './recover-account.ts';
export { showRecoveryCode } from './show-code.ts';
export { startRecovery } from './start-recovery.ts';
