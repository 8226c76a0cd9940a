import { z } from 'zod';
import { Id, Instant } from './id.ts';
import { CountryCode } from './language.ts';
import { Line, WebAddress } from './text.ts';

export const CreateOrganisation = z.strictObject({
  name: Line(200),
  country: CountryCode,
  website: WebAddress.optional(),
});
export type CreateOrganisation = z.infer<typeof CreateOrganisation>;

/** What a partner key may do. */
export const KeyScope = z.enum(['listings:read', 'listings:write']);
export type KeyScope = z.infer<typeof KeyScope>;

export const CreateKey = z.strictObject({
  organisationId: Id,
  name: Line(100),
  scopes: z.array(KeyScope).min(1).default(['listings:read', 'listings:write']),
});
export type CreateKey = z.input<typeof CreateKey>;

/** The key itself is in the answer once, and nowhere else. */
export const CreatedKey = z.object({ id: Id, key: z.string() });
export type CreatedKey = z.infer<typeof CreatedKey>;

/** An organisation's admin makes one for their own. */
export const CreateOwnKey = CreateKey.omit({ organisationId: true });

/** Nobody named means one's own. */
export const ListKeys = z.strictObject({ organisationId: Id.optional() });

export const RevokeKey = z.strictObject({ id: Id });

/** A key as its organisation's admin sees it: never the key itself. */
export const OrganisationKey = z.object({
  id: Id,
  name: z.string(),
  prefix: z.string(),
  scopes: z.array(KeyScope),
  createdAt: Instant,
  lastUsedAt: Instant.nullable(),
});
export type OrganisationKey = z.infer<typeof OrganisationKey>;
