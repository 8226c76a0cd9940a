export { authenticateKey } from './authenticate-key.ts';
export { type Claim, claimRequest, type RepeatableRequest } from './claim-request.ts';
export { createKey } from './create-key.ts';
export { createOrganisation } from './create-organisation.ts';
export { forgetAnswers } from './forget-answers.ts';
export { getOwnOrganisation } from './get-own-organisation.ts';
export { keepAnswer } from './keep-answer.ts';
export type { OwnOrganisation } from './present-own-organisation.ts';
export { releaseRequest } from './release-request.ts';
