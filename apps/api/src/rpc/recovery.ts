import {
  confirmRecovery,
  getMyRecovery,
  listRecoveriesToConfirm,
  listStartedRecoveries,
  makeCard,
  recoverAccount,
  showRecoveryCode,
  startRecovery,
} from '@homeward/core/recovery';
import { readDigits } from '@homeward/core/vault';
import { asMutation, asQuery, asSessionMutation, guessing, router, textIn } from './trpc.ts';

export const recovery = router({
  makeCard: asMutation(makeCard),
  mine: asQuery(getMyRecovery),
  start: asMutation(startRecovery),
  started: asQuery(listStartedRecoveries),
  toConfirm: asQuery(listRecoveriesToConfirm),
  confirm: asMutation(confirmRecovery),
  showCode: asMutation(showRecoveryCode),
  recover: asSessionMutation(
    recoverAccount,
    guessing('recovery-code', (input) => readDigits(textIn(input, 'code').slice(0, 64))),
  ),
});
