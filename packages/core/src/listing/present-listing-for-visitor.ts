import type { Locale } from '@homeward/contracts/language';
import {
  type Cost,
  type CourseDetails,
  type JobDetails,
  LISTING_TOPICS,
  type Listing,
  type ListingContact,
  type ListingSummary,
  type Papers,
  type PostalAddress,
} from '@homeward/contracts/listing';
import { toInstant } from '../kernel/index.ts';
import { chooseText } from './choose-text.ts';
import { stored } from './stored.ts';
import { summarise } from './summarise.ts';
import type { DetailsRow, SummaryRow } from './visitor-rows.ts';

/** For anybody, in a list. */
export function presentListingSummary(row: SummaryRow, locale: Locale): ListingSummary {
  const { language, title, description } = chooseText(row.texts, row.original_language, locale);
  return {
    id: row.id,
    kind: row.kind,
    title: { text: title, language },
    summary: { text: summarise(description, language), language },
    offeredBy: row.provider ?? row.organisation_name,
    country: row.country,
    area: row.visibility === 'contact-first' ? null : row.area,
    topics: LISTING_TOPICS.filter((topic) => row.topics.includes(topic)),
    languages: row.languages,
    delivery: row.delivery,
    cost: stored<Cost>(row.cost),
    papers: stored<Papers>(row.papers),
    visibility: row.visibility,
    fictional: row.fictional,
  };
}

/** For anybody, whole: never an address unless the place is `public`, nor the area of one that is `contact-first`. */
export function presentListingForVisitor(row: DetailsRow, locale: Locale): Listing {
  const { language, description } = chooseText(row.texts, row.original_language, locale);
  return {
    ...presentListingSummary(row, locale),
    description: { text: description, language },
    publishedBy: row.organisation_name,
    address: row.visibility === 'public' && row.address !== null ? stored<PostalAddress>(row.address) : null,
    contact: stored<ListingContact>(row.contact),
    course: row.kind === 'course' ? stored<CourseDetails>(row.details) : null,
    job: row.kind === 'job' ? stored<JobDetails>(row.details) : null,
    updatedAt: toInstant(row.updated_at),
  };
}
