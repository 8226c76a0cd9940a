import type { World } from './create-world.ts';

/**
 * One sum for each table of what stands in the database: two that are equal say that nothing was changed between them.
 * Left out: when sessions were used, what slows guessing, and the queue's own heartbeat.
 */
export async function readChecksums(world: World): Promise<Record<string, string>> {
  const tables = await world.rows<{ name: string }>(
    `SELECT quote_ident(n.nspname) || '.' || quote_ident(c.relname) AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE n.nspname IN ('public', 'pgboss') AND c.relkind = 'r' AND c.relname NOT IN ('throttle', 'warning', 'version', 'instance') ORDER BY 1`,
  );
  const sums = tables.map(
    ({ name }) =>
      `SELECT '${name}' AS name, md5(coalesce(string_agg((to_jsonb(t) - 'used_at' - 'expires_at')::text, '' ORDER BY t::text), '')) AS sum FROM ${name} t`,
  );
  const rows = await world.rows<{ name: string; sum: string }>(sums.join(' UNION ALL '));
  return Object.fromEntries(rows.map(({ name, sum }) => [name, sum]));
}
