import { ExternalId, ListingKind } from '@homeward/contracts/listing';
import { z } from 'zod';
import { actingAs, command } from '../kernel/index.ts';
import type { OwnListing } from './present-own-listing.ts';
import { readOwnListing } from './read-own-listing.ts';

/** Takes a listing off the portal. It stays where its organisation sees it; withdrawing it again changes nothing. */
export const withdrawListing = command({
  action: 'listing.withdraw',
  scope: 'listings:write',
  input: z.strictObject({ kind: ListingKind, externalId: ExternalId }),
  subject: ({ id }: OwnListing) => id,
  async run(tx, target) {
    await tx.db
      .updateTable('listing')
      .set({ status: 'withdrawn', updated_at: new Date(tx.clock.now()) })
      .where('organisation_id', '=', actingAs(tx.actor, 'partner-key').organisationId)
      .where('kind', '=', target.kind)
      .where('external_id', '=', target.externalId)
      .where('status', '!=', 'withdrawn')
      .execute();
    return readOwnListing(tx, target);
  },
});
