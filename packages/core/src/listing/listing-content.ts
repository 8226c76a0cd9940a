import { createHash } from 'node:crypto';
import { Delivery, LISTING_TOPICS, type UpsertListing } from '@homeward/contracts/listing';
import { canonicalJson } from './canonical-json.ts';

/** What a listing says, in normal form: sets without repeats in one order, the original text first, the others by tag. */
export interface ListingContent {
  texts: UpsertListing['texts'];
  provider: string | null;
  country: string;
  topics: UpsertListing['topics'];
  languages: UpsertListing['languages'];
  delivery: UpsertListing['delivery'];
  cost: UpsertListing['cost'];
  papers: UpsertListing['papers'];
  visibility: UpsertListing['location']['visibility'];
  area: string | null;
  address: UpsertListing['location']['address'] | null;
  contact: UpsertListing['contact'];
  /** What only its kind has. */
  details: Record<string, unknown>;
}

export function toContent(input: UpsertListing): ListingContent {
  const [original, ...translations] = input.texts;
  if (original === undefined) throw new RangeError('a listing has at least one text');
  return {
    texts: [original, ...translations.toSorted((one, other) => (one.language < other.language ? -1 : 1))],
    provider: input.provider ?? null,
    country: input.country,
    topics: LISTING_TOPICS.filter((topic) => input.topics.includes(topic)),
    languages: [...new Set(input.languages)].sort(),
    delivery: Delivery.options.filter((way) => input.delivery.includes(way)),
    cost: input.cost,
    papers: input.papers,
    visibility: input.location.visibility,
    area: input.location.area ?? null,
    address: input.location.address ?? null,
    contact: input.contact,
    details: detailsOf(input),
  };
}

function detailsOf(input: UpsertListing): Record<string, unknown> {
  switch (input.kind) {
    case 'service':
      return {};
    case 'course':
      return input.course;
    case 'job':
      return input.job;
  }
}

/** sha-256 of the content: equal exactly when nothing that a reader could see has changed. */
export const hashContent = (content: ListingContent): Buffer =>
  createHash('sha256').update(canonicalJson(content)).digest();
