import { z } from 'zod';
import { query } from '../kernel/index.ts';

/** Every organisation that takes part, by name. */
export const listOrganisations = query({
  action: 'organisation.list',
  scope: 'organisations:administer',
  input: z.undefined(),
  run: ({ db }) => db.selectFrom('organisation').select(['id', 'name', 'country']).orderBy('name').execute(),
});
