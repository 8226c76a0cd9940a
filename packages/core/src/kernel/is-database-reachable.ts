import { sql } from 'kysely';
import type { Context } from './context.ts';

/** Whether the database answers at all. */
export async function isDatabaseReachable(db: Context['db']): Promise<boolean> {
  try {
    await sql`SELECT 1`.execute(db);
    return true;
  } catch {
    return false;
  }
}
