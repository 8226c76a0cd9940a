import {
  changePassphrase,
  confirmKept,
  createAccount,
  getMe,
  getNewAccessNumber,
  setMyZone,
} from '@homeward/core/account';
import { asMutation, asQuery, asSessionMutation, router } from './trpc.ts';

export const account = router({
  create: asSessionMutation(createAccount),
  me: asQuery(getMe),
  newAccessNumber: asQuery(getNewAccessNumber),
  confirmKept: asMutation(confirmKept),
  changePassphrase: asSessionMutation(changePassphrase),
  setZone: asMutation(setMyZone),
});
