import { BrowseListings, type ListingPage } from '@homeward/contracts/listing';
import { sql } from 'kysely';
import { query, type Tx } from '../kernel/index.ts';
import { parseCursor, toCursor } from './listing-cursor.ts';
import { presentListingSummary } from './present-listing-for-visitor.ts';
import { type ListingFilters, selectPublishedListings } from './published-listings.ts';
import { withSummary } from './visitor-rows.ts';

/**
 * What is published and fits every filter, newest first. Each word must stand somewhere in a listing's texts, in any of
 * its languages, or in the names of who offers it or its area; with or without capitals, and inside a longer word too.
 */
export const browseListings = query({
  action: 'listing.browse',
  scope: 'listings:browse',
  input: BrowseListings,
  async run(tx, { locale, cursor, limit, ...filters }): Promise<ListingPage> {
    let page = withSummary(selectPublishedListings(tx, filters));
    if (cursor !== undefined) {
      const { updatedAt, id } = parseCursor(cursor);
      page = page.where(({ eb, refTuple, tuple }) =>
        eb(refTuple('l.updated_at', 'l.id'), '<', tuple(updatedAt, id)),
      );
    }
    const rows = await page
      .orderBy('l.updated_at', 'desc')
      .orderBy('l.id', 'desc')
      .limit(limit + 1)
      .execute();
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    return {
      listings: shown.map((row) => presentListingSummary(row, locale)),
      total: await countListings(tx, filters),
      nextCursor:
        rows.length > limit && last !== undefined
          ? toCursor({ updatedAt: last.updated_at, id: last.id })
          : null,
      countries: await listCountries(tx, filters),
      languages: await listLanguages(tx, filters),
    };
  },
});

async function countListings(tx: Tx, filters: ListingFilters): Promise<number> {
  const { total } = await selectPublishedListings(tx, filters)
    .select(({ fn }) => fn.countAll<string>().as('total'))
    .executeTakeFirstOrThrow();
  return Number(total);
}

/** Those that the other filters leave. */
async function listCountries(tx: Tx, { country: _, ...others }: ListingFilters): Promise<string[]> {
  const rows = await selectPublishedListings(tx, others)
    .select('l.country')
    .distinct()
    .orderBy('l.country')
    .execute();
  return rows.map(({ country }) => country);
}

/** Those that the other filters leave. */
async function listLanguages(tx: Tx, { language: _, ...others }: ListingFilters): Promise<string[]> {
  const rows = await selectPublishedListings(tx, others)
    .select(sql<string>`unnest(l.languages)`.as('language'))
    .distinct()
    .orderBy('language')
    .execute();
  return rows.map(({ language }) => language);
}
