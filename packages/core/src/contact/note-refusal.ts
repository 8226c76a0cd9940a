import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../kernel/index.ts';

/**
 * A server refused this contact for good, which is known by the moment at which it was said to be right. From now on we are
 * silent, until the person has looked at it. Nothing, when the contact is gone by now. Ask under the system's view.
 */
export async function noteRefusal(
  tx: Tx,
  { personId, confirmedAt }: { personId: string; confirmedAt: number },
): Promise<void> {
  const said = new Date(confirmedAt);
  const since: RawBuilder<Date> = sql`${new Date(tx.clock.now())}::timestamptz`;
  await sql`INSERT INTO contact_trouble (person_id, contact_confirmed_at, since)
    SELECT person_id, ${said}::timestamptz, ${since} FROM safe_contact WHERE person_id = ${personId}::uuid
    ON CONFLICT (person_id) DO UPDATE SET contact_confirmed_at = excluded.contact_confirmed_at, since = excluded.since`.execute(
    tx.db,
  );
}
