import type { ListingKind } from '@homeward/contracts/listing';
import { actingAs, Failure, type Tx } from '../kernel/index.ts';
import { selectOwnListings } from './own-listings.ts';
import { type OwnListing, presentOwnListing } from './present-own-listing.ts';

/** By the organisation's own id. Throws `not-found`: the same for what never was and for what is another's. */
export async function readOwnListing(
  tx: Tx,
  { kind, externalId }: { kind: ListingKind; externalId: string },
): Promise<OwnListing> {
  const row = await selectOwnListings(tx, actingAs(tx.actor, 'partner-key').organisationId)
    .where('l.kind', '=', kind)
    .where('l.external_id', '=', externalId)
    .executeTakeFirst();
  if (row === undefined) throw new Failure('not-found', `this organisation has no ${kind} with this id`);
  return presentOwnListing(row);
}
