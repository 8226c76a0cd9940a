export { createInvitations } from './create-invitations.ts';
export { listInvitations } from './list-invitations.ts';
export { redeemInvitation } from './redeem-invitation.ts';
export { withdrawInvitations } from './withdraw-invitations.ts';
