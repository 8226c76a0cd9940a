import { Instant } from '@homeward/contracts/id';
import { ListingKind, ListingStatus } from '@homeward/contracts/listing';
import { z } from 'zod';
import { actingAs, query } from '../kernel/index.ts';
import { parseCursor, toCursor } from './listing-cursor.ts';
import { selectOwnListings } from './own-listings.ts';
import { type OwnListing, presentOwnListing } from './present-own-listing.ts';

export interface OwnListingPage {
  listings: OwnListing[];
  /** Of the next page; null on the last. */
  nextCursor: string | null;
}

/** The listings of the key's organisation, those that changed longest ago first. What changes meanwhile comes again at the end. */
export const listOwnListings = query({
  action: 'listing.list-own',
  scope: 'listings:read',
  input: z.strictObject({
    kind: ListingKind,
    status: ListingStatus.optional(),
    modifiedAfter: Instant.optional(),
    cursor: z.string().max(200).optional(),
    limit: z.number().int().min(1).max(200).default(50),
  }),
  async run(tx, { kind, status, modifiedAfter, cursor, limit }): Promise<OwnListingPage> {
    let own = selectOwnListings(tx, actingAs(tx.actor, 'partner-key').organisationId).where(
      'l.kind',
      '=',
      kind,
    );
    if (status !== undefined) own = own.where('l.status', '=', status);
    if (modifiedAfter !== undefined) own = own.where('l.updated_at', '>', new Date(modifiedAfter));
    if (cursor !== undefined) {
      const { updatedAt, id } = parseCursor(cursor);
      own = own.where(({ eb, refTuple, tuple }) =>
        eb(refTuple('l.updated_at', 'l.id'), '>', tuple(updatedAt, id)),
      );
    }
    const rows = await own
      .orderBy('l.updated_at')
      .orderBy('l.id')
      .limit(limit + 1)
      .execute();
    const page = rows.slice(0, limit);
    const last = page.at(-1);
    return {
      listings: page.map(presentOwnListing),
      nextCursor:
        rows.length > limit && last !== undefined
          ? toCursor({ updatedAt: last.updated_at, id: last.id })
          : null,
    };
  },
});
