import { BrowseListings, type ListingPage } from '@homeward/contracts/listing';
import { sql } from 'kysely';
import { query, type Tx } from '../kernel/index.ts';
import { type ListingPosition, parseCursor, toCursor } from './listing-cursor.ts';
import { presentListingSummary } from './present-listing-for-visitor.ts';
import { isIn, isOfferedIn, selectPublishedListings } from './published-listings.ts';
import { withSummary } from './visitor-rows.ts';

/**
 * What is published and fits every filter, newest first. Each word must stand somewhere in a listing's texts, in any of
 * its languages, or in the names of who offers it or its area; with or without capitals, and inside a longer word too.
 */
export const browseListings = query({
  action: 'listing.browse',
  scope: 'listings:browse',
  input: BrowseListings,
  async run(tx, input): Promise<ListingPage> {
    const { total, countries, languages, ids } = await findListings(tx, input);
    const shown = ids.slice(0, input.limit);
    const rows = new Map((await readRows(tx, shown)).map((row) => [row.id, row]));
    const last = rows.get(shown.at(-1) ?? '');
    return {
      listings: shown.flatMap((id) => {
        const row = rows.get(id);
        return row === undefined ? [] : [presentListingSummary(row, input.locale)];
      }),
      total,
      nextCursor:
        ids.length > input.limit && last !== undefined
          ? toCursor({ updatedAt: last.updated_at, id: last.id })
          : null,
      countries,
      languages,
    };
  },
});

interface Found {
  total: number;
  /** Those that the other filters leave. */
  countries: string[];
  /** Those that the other filters leave. */
  languages: string[];
  /** Of the page, and of one listing more when there is one. */
  ids: string[];
}

/** Everything that depends on the filters, from one pass over what is published. */
async function findListings(tx: Tx, input: BrowseListings): Promise<Found> {
  const { country, language, cursor, limit } = input;
  const found = selectPublishedListings(tx, input)
    .select(['l.id', 'l.updated_at', 'l.country', 'l.languages'])
    .select([isIn(country).as('in_country'), isOfferedIn(language).as('in_language')]);
  const { rows } = await sql<Found>`
    WITH found AS MATERIALIZED (${found})
    SELECT
      (SELECT count(*)::integer FROM found WHERE in_country AND in_language) AS total,
      ARRAY (SELECT DISTINCT country FROM found WHERE in_language ORDER BY 1) AS countries,
      ARRAY (SELECT DISTINCT unnest(languages) FROM found WHERE in_country ORDER BY 1) AS languages,
      ARRAY (SELECT id FROM found WHERE in_country AND in_language
        AND ${isAfter(cursor === undefined ? undefined : parseCursor(cursor))}
        ORDER BY updated_at DESC, id DESC LIMIT ${limit + 1}) AS ids`.execute(tx.db);
  return rows[0] ?? { total: 0, countries: [], languages: [], ids: [] };
}

const isAfter = (position: ListingPosition | undefined) =>
  position === undefined
    ? sql<boolean>`true`
    : sql<boolean>`(updated_at, id) < (${position.updatedAt}::timestamptz, ${position.id}::uuid)`;

const readRows = (tx: Tx, ids: string[]) =>
  ids.length === 0
    ? Promise.resolve([])
    : withSummary(selectPublishedListings(tx, {})).where('l.id', 'in', ids).execute();
