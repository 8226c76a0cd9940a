import { sql } from 'kysely';
import type { Tx } from '../kernel/index.ts';

/** Holds of this counsellor whose time is over stand in nobody's way. */
export async function releaseExpiredHolds(tx: Tx, counsellorId: string): Promise<void> {
  await sql`SELECT release_expired_holds(${counsellorId}, ${new Date(tx.clock.now())})`.execute(tx.db);
}
