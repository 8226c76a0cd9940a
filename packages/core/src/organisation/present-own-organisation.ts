import { toInstant } from '../kernel/index.ts';

interface Row {
  id: string;
  name: string;
  country: string;
  website: string | null;
  key_id: string;
  key_name: string;
  prefix: string;
  scopes: string[];
  expires_at: Date | null;
}

/** For the organisation's own developers: what is public of it, and the key they came with. */
export function presentOwnOrganisation(row: Row) {
  return {
    id: row.id,
    name: row.name,
    country: row.country,
    website: row.website,
    key: {
      id: row.key_id,
      name: row.key_name,
      prefix: row.prefix,
      scopes: row.scopes,
      expiresAt: row.expires_at === null ? null : toInstant(row.expires_at),
    },
  };
}

export type OwnOrganisation = ReturnType<typeof presentOwnOrganisation>;
