import type { BrowseListings } from '@homeward/contracts/listing';
import { sql } from 'kysely';
import type { Tx } from '../kernel/index.ts';
import { toPattern, toSearchWords } from './search-words.ts';

export type ListingFilters = Pick<
  BrowseListings,
  'kind' | 'topic' | 'country' | 'language' | 'delivery' | 'free' | 'noPapers' | 'words'
>;

/** What anybody may find: published, and fitting every filter. Nothing here ever looks at an address. */
export function selectPublishedListings({ db }: Pick<Tx, 'db'>, filters: ListingFilters) {
  let published = db
    .selectFrom('listing as l')
    .innerJoin('organisation as o', 'o.id', 'l.organisation_id')
    .where('l.status', '=', 'published');
  const { kind, topic, country, language, delivery, free, noPapers, words } = filters;
  if (kind !== undefined) published = published.where('l.kind', '=', kind);
  if (topic !== undefined) published = published.where(sql<boolean>`${topic} = ANY (l.topics)`);
  if (country !== undefined) published = published.where('l.country', '=', country);
  // `zh` finds `zh-Hans` too; `zh-Hans` does not find `zh-Hant`.
  if (language !== undefined) {
    published = published.where(
      sql<boolean>`EXISTS (SELECT FROM unnest(l.languages) AS offered WHERE offered = ${language} OR starts_with(offered, ${`${language}-`}))`,
    );
  }
  if (delivery !== undefined) published = published.where(sql<boolean>`${delivery} = ANY (l.delivery)`);
  if (free === true) published = published.where(sql<boolean>`l.cost->>'kind' = 'free'`);
  if (noPapers === true) published = published.where(sql<boolean>`l.papers->>'kind' = 'none'`);
  for (const word of toSearchWords(words ?? '')) published = published.where(hasWord(toPattern(word)));
  return published;
}

/** The area of a place that must be asked for first is not shown, so it is not found by either. */
const hasWord = (pattern: string) => sql<boolean>`(
  o.name ILIKE ${pattern} OR l.provider ILIKE ${pattern}
  OR (l.visibility <> 'contact-first' AND l.area ILIKE ${pattern})
  OR EXISTS (SELECT FROM listing_text t WHERE t.listing_id = l.id AND (t.title ILIKE ${pattern} OR t.description ILIKE ${pattern})))`;
