import {
  getCounsellor,
  getMyProfile,
  listCounsellors,
  listFreeSlots,
  listSoonest,
  setMeetingDetails,
  setWeeklyHours,
} from '@homeward/core/counsellor';
import { asMutation, asQuery, router } from './trpc.ts';

export const counsellor = router({
  list: asQuery(listCounsellors),
  get: asQuery(getCounsellor),
  freeSlots: asQuery(listFreeSlots),
  soonest: asQuery(listSoonest),
  myProfile: asQuery(getMyProfile),
  setWeeklyHours: asMutation(setWeeklyHours),
  setMeetingDetails: asMutation(setMeetingDetails),
});
