import {
  changePassphrase,
  confirmKept,
  createAccount,
  getMe,
  getNewAccessNumber,
  setMyZone,
} from '@homeward/core/account';
import { asMutation, asQuery, asSessionMutation, guessingOwn, router } from './trpc.ts';

export const account = router({
  create: asSessionMutation(createAccount, { creates: true }),
  me: asQuery(getMe),
  newAccessNumber: asQuery(getNewAccessNumber),
  confirmKept: asMutation(confirmKept),
  changePassphrase: asSessionMutation(changePassphrase, guessingOwn('passphrase')),
  setZone: asMutation(setMyZone),
});
