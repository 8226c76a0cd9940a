import type { BrowseListings } from '@homeward/contracts/listing';
import { sql } from 'kysely';
import type { Tx } from '../kernel/index.ts';
import { toPattern, toSearchWords } from './search-words.ts';

export type ListingFilters = Pick<
  BrowseListings,
  'kind' | 'topic' | 'delivery' | 'free' | 'noPapers' | 'words'
>;

/** What anybody may find: published, and fitting every filter. Nothing here ever looks at an address. */
export function selectPublishedListings({ db }: Pick<Tx, 'db'>, filters: ListingFilters) {
  let published = db
    .selectFrom('listing as l')
    .innerJoin('organisation as o', 'o.id', 'l.organisation_id')
    .where('l.status', '=', 'published');
  const { kind, topic, delivery, free, noPapers, words } = filters;
  if (kind !== undefined) published = published.where('l.kind', '=', kind);
  if (topic !== undefined) published = published.where(sql<boolean>`${topic} = ANY (l.topics)`);
  if (delivery !== undefined) published = published.where(sql<boolean>`${delivery} = ANY (l.delivery)`);
  if (free === true) published = published.where(sql<boolean>`l.cost->>'kind' = 'free'`);
  if (noPapers === true) published = published.where(sql<boolean>`l.papers->>'kind' = 'none'`);
  const sought = toSearchWords(words ?? '').map(toPattern);
  if (sought.length > 0) published = published.where(hasWords(sought));
  return published;
}

/**
 * Everything of a listing that is shown and searched, in small letters, against all patterns at once: each text is read
 * once, however many words there are. The area of a place that must be asked for first is not shown, so it is not found.
 */
const hasWords = (patterns: string[]) => sql<boolean>`
  lower(concat_ws(E'\n', o.name, l.provider, CASE WHEN l.visibility <> 'contact-first' THEN l.area END,
    (SELECT string_agg(concat_ws(E'\n', t.title, t.description), E'\n') FROM listing_text t WHERE t.listing_id = l.id)))
  LIKE ALL (ARRAY (SELECT lower(unnest(${patterns}::text[]))))`;

/** `zh` finds `zh-Hans` too; `zh-Hans` does not find `zh-Hant`. */
export const isOfferedIn = (language: string | undefined) =>
  language === undefined
    ? sql<boolean>`true`
    : sql<boolean>`EXISTS (SELECT FROM unnest(l.languages) AS offered
        WHERE offered = ${language} OR starts_with(offered, ${`${language}-`}))`;

export const isIn = (country: string | undefined) =>
  country === undefined ? sql<boolean>`true` : sql<boolean>`l.country = ${country}`;
