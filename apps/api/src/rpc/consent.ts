import {
  getMyFacts,
  grantConsent,
  listConsentRecipients,
  listMyConsents,
  listSharedWithUs,
  readSharedFields,
  setMyFacts,
  withdrawConsent,
} from '@homeward/core/consent';
import { asMutation, asQuery, router } from './trpc.ts';

export const consent = router({
  listMine: asQuery(listMyConsents),
  recipients: asQuery(listConsentRecipients),
  grant: asMutation(grantConsent),
  withdraw: asMutation(withdrawConsent),
  myFacts: asQuery(getMyFacts),
  setMyFacts: asMutation(setMyFacts),
  listReceived: asQuery(listSharedWithUs),
  readShared: asQuery(readSharedFields),
});
