import { z } from 'zod';
import { actingAs, Failure, query } from '../kernel/index.ts';
import { presentOwnOrganisation } from './present-own-organisation.ts';

/** Who a key speaks for, and what the key itself may do. */
export const getOwnOrganisation = query({
  action: 'organisation.get-own',
  scope: 'organisation:own',
  input: z.strictObject({}),
  async run(tx) {
    const actor = actingAs(tx.actor, 'partner-key');
    const row = await tx.db
      .selectFrom('organisation as o')
      .innerJoin('api_key as k', 'k.organisation_id', 'o.id')
      .where('o.id', '=', actor.organisationId)
      .where('k.id', '=', actor.keyId)
      .select(['o.id', 'o.name', 'o.country', 'o.website', 'k.id as key_id', 'k.name as key_name'])
      .select(['k.prefix', 'k.scopes', 'k.expires_at'])
      .executeTakeFirst();
    if (row === undefined) throw new Failure('not-found', 'the organisation of this key is gone');
    return presentOwnOrganisation(row);
  },
});
