import type { DB } from '@homeward/db';

type Stored = DB['listing']['cost'];

/**
 * A value of a `jsonb` column under the type it was written with. True because upsert-listing.ts alone writes these
 * columns, from input that its schema has passed, and migrations keep what is there in step with that schema.
 */
export const stored = <Value>(value: Stored): Value => value as Value;
