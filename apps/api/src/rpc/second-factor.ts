import {
  addStaffPasskey,
  beginStaffPasskey,
  beginTotp,
  confirmTotp,
  getMySecondFactors,
  removeStaffPasskey,
  renewRecoveryCodes,
} from '@homeward/core/second-factor';
import { asMutation, asProvingMutation, asQuery, guessingOwn, router } from './trpc.ts';

export const secondFactor = router({
  getMine: asQuery(getMySecondFactors),
  beginTotp: asMutation(beginTotp),
  confirmTotp: asProvingMutation(confirmTotp, guessingOwn('second-factor')),
  beginPasskey: asMutation(beginStaffPasskey),
  addPasskey: asProvingMutation(addStaffPasskey),
  removePasskey: asMutation(removeStaffPasskey),
  renewRecoveryCodes: asMutation(renewRecoveryCodes),
});
