import type { OwnListing } from '@homeward/core/listing';
import type { V1Listing } from './kinds.ts';
import { fromTexts } from './texts.ts';

/** A listing as its own organisation sees it, in the shape of this door. */
export function toV1Listing(listing: OwnListing, origin: string): V1Listing {
  return {
    id: listing.id,
    externalId: listing.externalId,
    status: listing.status,
    url: `${origin}/en/listings/${listing.id}`,
    ...fromTexts(listing.texts),
    originalLanguage: listing.texts[0]?.language ?? '',
    ...(listing.provider === null ? {} : { provider: listing.provider }),
    country: listing.country,
    topics: listing.topics,
    languages: listing.languages,
    delivery: listing.delivery,
    cost: listing.cost,
    papers: listing.papers,
    location: listing.location,
    contact: listing.contact,
    ...(listing.course === null ? {} : { course: listing.course }),
    ...(listing.job === null ? {} : { job: listing.job }),
    createdAt: listing.createdAt,
    updatedAt: listing.updatedAt,
  };
}
