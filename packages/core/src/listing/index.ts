export { browseListings } from './browse-listings.ts';
export { getListing } from './get-listing.ts';
export { getOwnListing } from './get-own-listing.ts';
export { listOwnListings, type OwnListingPage } from './list-own-listings.ts';
export type { OwnListing } from './present-own-listing.ts';
export { type Upserted, upsertListing } from './upsert-listing.ts';
export { withdrawListing } from './withdraw-listing.ts';
