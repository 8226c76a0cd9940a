import {
  createOrganisation,
  createOwnKey,
  listKeys,
  listOrganisations,
  revokeKey,
} from '@homeward/core/organisation';
import { asMutation, asQuery, router } from './trpc.ts';

export const organisation = router({
  list: asQuery(listOrganisations),
  create: asMutation(createOrganisation),
  listKeys: asQuery(listKeys),
  createKey: asMutation(createOwnKey),
  revokeKey: asMutation(revokeKey),
});
