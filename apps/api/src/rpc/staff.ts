import {
  acceptStaffInvitation,
  changeStaffPassphrase,
  changeStaffRole,
  deactivateStaff,
  inviteStaff,
  listColleagues,
  listStaffInvitations,
  reactivateStaff,
  readStaffInvitation,
  resetSecondFactor,
  resetStaffPassphrase,
  withdrawStaffInvitation,
} from '@homeward/core/staff';
import { readDigits } from '@homeward/core/vault';
import { asMutation, asQuery, asSessionMutation, guessing, guessingOwn, router, textIn } from './trpc.ts';

/** One at a time and slowed: a code of digits could be guessed otherwise. */
const guessingCode = guessing('staff-code', (input) => readDigits(textIn(input, 'code').slice(0, 64)));

export const staff = router({
  list: asQuery(listColleagues),
  invite: asMutation(inviteStaff),
  listInvitations: asQuery(listStaffInvitations),
  withdrawInvitation: asMutation(withdrawStaffInvitation),
  readInvitation: asMutation(readStaffInvitation, guessingCode),
  acceptInvitation: asSessionMutation(acceptStaffInvitation, guessingCode),
  changeRole: asMutation(changeStaffRole),
  deactivate: asMutation(deactivateStaff),
  reactivate: asMutation(reactivateStaff),
  resetSecondFactor: asMutation(resetSecondFactor),
  resetPassphrase: asMutation(resetStaffPassphrase),
  changePassphrase: asSessionMutation(changeStaffPassphrase, guessingOwn('passphrase')),
});
