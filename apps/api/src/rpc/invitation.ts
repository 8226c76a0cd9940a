import {
  createInvitations,
  listInvitations,
  redeemInvitation,
  withdrawInvitations,
} from '@homeward/core/invitation';
import { asMutation, asQuery, guessingOwn, router } from './trpc.ts';

export const invitation = router({
  create: asMutation(createInvitations),
  list: asQuery(listInvitations),
  withdraw: asMutation(withdrawInvitations),
  redeem: asMutation(redeemInvitation, guessingOwn('invitation-code')),
});
