export { getMyFacts } from './get-my-facts.ts';
export { grantConsent } from './grant-consent.ts';
export { listConsentRecipients } from './list-consent-recipients.ts';
export { listMyConsents } from './list-my-consents.ts';
export { listSharedWithUs } from './list-shared-with-us.ts';
export { readSharedFields } from './read-shared-fields.ts';
export { setMyFacts } from './set-my-facts.ts';
export { withdrawConsent } from './withdraw-consent.ts';
