export { answerHandover } from './answer-handover.ts';
export { arrangeCover } from './arrange-cover.ts';
export { giveBackCover } from './give-back-cover.ts';
export { listMyHandovers } from './list-my-handovers.ts';
export { planCover } from './plan-cover.ts';
export { planHandover } from './plan-handover.ts';
export { proposeHandover } from './propose-handover.ts';
export { withdrawHandover } from './withdraw-handover.ts';
