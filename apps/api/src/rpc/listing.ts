import { browseListings, getListing } from '@homeward/core/listing';
import { asQuery, router } from './trpc.ts';

export const listing = router({
  browse: asQuery(browseListings),
  get: asQuery(getListing),
});
