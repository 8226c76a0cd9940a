import { sql } from 'kysely';
import type { Tx } from '../kernel/index.ts';

/** Lets go of what this person, who is locked, holds: its time is over at once, and it leaves nothing. */
export async function release(tx: Tx, personId: string, holds: readonly { id: string }[]): Promise<void> {
  if (holds.length === 0) return;
  const ids = holds.map(({ id }) => id);
  const over = new Date(tx.clock.now());
  await tx.db.updateTable('appointment').set({ hold_expires_at: over }).where('id', 'in', ids).execute();
  await sql`SELECT release_holds('{}', ${personId}::uuid, '{}')`.execute(tx.db);
}
