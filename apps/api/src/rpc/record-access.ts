import { listMyAssignments } from '@homeward/core/assignment';
import { listWhoLooked } from '@homeward/core/record-access';
import { asQuery, router } from './trpc.ts';

export const recordAccess = router({
  whoLooked: asQuery(listWhoLooked),
  whoMayLook: asQuery(listMyAssignments),
});
