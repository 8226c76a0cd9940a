import { KeyScope, ListKeys, type OrganisationKey } from '@homeward/contracts/organisation';
import { Failure, query, toInstant } from '../kernel/index.ts';

/** The keys of an organisation that were not revoked, the newest first; never the key itself. */
export const listKeys = query({
  action: 'key.list',
  scope: 'keys:administer',
  input: ListKeys,
  run: async (tx, { organisationId }): Promise<OrganisationKey[]> => {
    const own = 'organisationId' in tx.actor ? tx.actor.organisationId : undefined;
    const meant = organisationId ?? own;
    if (meant === undefined) throw new Failure('not-found', 'there is no such organisation');
    const rows = await tx.db
      .selectFrom('api_key')
      .select(['id', 'name', 'prefix', 'scopes', 'created_at', 'last_used_at'])
      .where('organisation_id', '=', meant)
      .where('revoked_at', 'is', null)
      .orderBy('created_at', 'desc')
      .execute();
    return rows.map((row) => ({
      id: row.id,
      name: row.name,
      prefix: row.prefix,
      scopes: row.scopes.filter((scope): scope is KeyScope => KeyScope.safeParse(scope).success),
      createdAt: toInstant(row.created_at),
      lastUsedAt: row.last_used_at && toInstant(row.last_used_at),
    }));
  },
});
