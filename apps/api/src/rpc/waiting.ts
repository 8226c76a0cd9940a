import {
  declineOffer,
  endWish,
  getMyOffer,
  listMyWishes,
  takeOffer,
  wishEarlier,
} from '@homeward/core/waiting';
import { asMutation, asQuery, router } from './trpc.ts';

export const waiting = router({
  wish: asMutation(wishEarlier),
  end: asMutation(endWish),
  listMine: asQuery(listMyWishes),
  getOffer: asQuery(getMyOffer),
  takeOffer: asMutation(takeOffer),
  declineOffer: asMutation(declineOffer),
});
