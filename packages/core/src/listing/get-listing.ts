import { GetListing } from '@homeward/contracts/listing';
import { Failure, query } from '../kernel/index.ts';
import { presentListingForVisitor } from './present-listing-for-visitor.ts';
import { selectPublishedListings } from './published-listings.ts';
import { withDetails } from './visitor-rows.ts';

/** One published listing, for anybody. One that is not published is answered like one that never was. */
export const getListing = query({
  action: 'listing.get',
  scope: 'listings:browse',
  input: GetListing,
  async run(tx, { id, locale }) {
    const row = await withDetails(selectPublishedListings(tx, {})).where('l.id', '=', id).executeTakeFirst();
    if (row === undefined) throw new Failure('not-found', 'no listing with this id is published');
    return presentListingForVisitor(row, locale);
  },
});
