import {
  bookForPerson,
  getCaseload,
  listFollowUps,
  listOpenHours,
  listRequests,
  moveForPerson,
} from '@homeward/core/booking';
import { asMutation, asQuery, router } from './trpc.ts';

export const agenda = router({
  move: asMutation(moveForPerson),
  bookFor: asMutation(bookForPerson),
  followUps: asQuery(listFollowUps),
  openHours: asQuery(listOpenHours),
  requests: asQuery(listRequests),
  caseload: asQuery(getCaseload),
});
