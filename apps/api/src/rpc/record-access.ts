import { listWhoLooked } from '@homeward/core/record-access';
import { asQuery, router } from './trpc.ts';

export const recordAccess = router({
  whoLooked: asQuery(listWhoLooked),
});
