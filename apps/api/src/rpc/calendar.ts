import { getMyFeed, makeCalendarFile, makeFeed, revokeFeed } from '@homeward/core/calendar';
import { asMutation, asQuery, router } from './trpc.ts';

export const calendar = router({
  myFeed: asQuery(getMyFeed),
  makeFeed: asMutation(makeFeed),
  revokeFeed: asMutation(revokeFeed),
  makeFile: asQuery(makeCalendarFile),
});
