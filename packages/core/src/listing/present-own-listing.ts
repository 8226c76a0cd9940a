import {
  type Cost,
  type CourseDetails,
  type JobDetails,
  LISTING_TOPICS,
  type ListingContact,
  type ListingKind,
  type ListingLocation,
  type ListingStatus,
  type ListingText,
  type Papers,
  type PostalAddress,
  type UpsertListing,
} from '@homeward/contracts/listing';
import { toInstant } from '../kernel/index.ts';
import type { OwnListingRow } from './own-listings.ts';
import { stored } from './stored.ts';

/** A listing as the organisation that wrote it sees it: all that it sent, in normal form, the address too. */
export interface OwnListing {
  id: string;
  kind: ListingKind;
  externalId: string;
  status: ListingStatus;
  /** The original first, then by language tag. */
  texts: ListingText[];
  provider: string | null;
  country: string;
  topics: UpsertListing['topics'];
  languages: string[];
  delivery: UpsertListing['delivery'];
  cost: Cost;
  papers: Papers;
  location: ListingLocation;
  contact: ListingContact;
  course: CourseDetails | null;
  job: JobDetails | null;
  createdAt: string;
  updatedAt: string;
}

/** For the organisation itself and nobody else: it carries the address whatever its visibility. */
export function presentOwnListing(row: OwnListingRow): OwnListing {
  const isOriginal = ({ language }: ListingText) => language === row.original_language;
  return {
    id: row.id,
    kind: row.kind,
    externalId: row.external_id,
    status: row.status,
    texts: [...row.texts.filter(isOriginal), ...row.texts.filter((text) => !isOriginal(text))],
    provider: row.provider,
    country: row.country,
    topics: LISTING_TOPICS.filter((topic) => row.topics.includes(topic)),
    languages: row.languages,
    delivery: row.delivery,
    cost: stored<Cost>(row.cost),
    papers: stored<Papers>(row.papers),
    location: {
      visibility: row.visibility,
      ...(row.area === null ? {} : { area: row.area }),
      ...(row.address === null ? {} : { address: stored<PostalAddress>(row.address) }),
    },
    contact: stored<ListingContact>(row.contact),
    course: row.kind === 'course' ? stored<CourseDetails>(row.details) : null,
    job: row.kind === 'job' ? stored<JobDetails>(row.details) : null,
    createdAt: toInstant(row.created_at),
    updatedAt: toInstant(row.updated_at),
  };
}
