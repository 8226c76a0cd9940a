export { declineOffer } from './decline-offer.ts';
export { endWish } from './end-wish.ts';
export { getMyOffer } from './get-my-offer.ts';
export { listMyWishes } from './list-my-wishes.ts';
export { offerFreeTimes } from './offer-free-times.ts';
export { takeOffer } from './take-offer.ts';
export { wishEarlier } from './wish-earlier.ts';
