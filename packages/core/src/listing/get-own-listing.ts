import { ExternalId, ListingKind } from '@homeward/contracts/listing';
import { z } from 'zod';
import { query } from '../kernel/index.ts';
import { readOwnListing } from './read-own-listing.ts';

/** One listing of the key's organisation, whatever its status. */
export const getOwnListing = query({
  action: 'listing.get-own',
  scope: 'listings:read',
  input: z.strictObject({ kind: ListingKind, externalId: ExternalId }),
  run: readOwnListing,
});
