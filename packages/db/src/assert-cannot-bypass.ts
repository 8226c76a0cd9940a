import { type Kysely, sql } from 'kysely';
import type { DB } from './generated/schema.ts';

/**
 * Throws unless the login of this connection is bound by row-level security: no superuser, no BYPASSRLS,
 * owner of no table here and in no role that is any of these.
 */
export async function assertCannotBypass(db: Kysely<DB>): Promise<void> {
  const { rows } = await sql<{ role: string; reason: string | null }>`
    SELECT current_user AS role, CASE
      WHEN EXISTS (SELECT FROM pg_roles r WHERE r.rolsuper AND pg_has_role(current_user, r.oid, 'MEMBER')) THEN 'is a superuser or may become one'
      WHEN EXISTS (SELECT FROM pg_roles r WHERE r.rolbypassrls AND pg_has_role(current_user, r.oid, 'MEMBER')) THEN 'has BYPASSRLS'
      WHEN EXISTS (SELECT FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p') AND pg_has_role(current_user, c.relowner, 'MEMBER')) THEN 'owns tables'
    END AS reason`.execute(db);
  const found = rows[0];
  if (found?.reason != null) {
    throw new Error(
      `the database login "${found.role}" ${found.reason}, so row-level security would not hold; ` +
        'create a login of its own and GRANT homeward_app TO it (docs/operator.md)',
    );
  }
}
