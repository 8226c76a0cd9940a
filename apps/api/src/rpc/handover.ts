import {
  answerHandover,
  arrangeCover,
  giveBackCover,
  listMyHandovers,
  planCover,
  planHandover,
  proposeHandover,
  withdrawHandover,
} from '@homeward/core/handover';
import { asMutation, asQuery, router } from './trpc.ts';

export const handover = router({
  plan: asQuery(planHandover),
  propose: asMutation(proposeHandover),
  withdraw: asMutation(withdrawHandover),
  answer: asMutation(answerHandover),
  listMine: asQuery(listMyHandovers),
  planCover: asQuery(planCover),
  arrangeCover: asMutation(arrangeCover),
  giveBackCover: asMutation(giveBackCover),
});
