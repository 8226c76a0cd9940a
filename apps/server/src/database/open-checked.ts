import { assertCannotBypass, type Database, openDatabase } from '@homeward/db';
import { CannotStart } from '@homeward/db/embedded';
import type { Login } from './find-database.ts';

/** Opens the pool as the application's login. Throws `CannotStart` when row-level security would not bind it. */
export async function openChecked(app: Login): Promise<Database> {
  const db = openDatabase(app);
  try {
    await assertCannotBypass(db);
    return db;
  } catch (error) {
    await db.destroy();
    throw new CannotStart(error instanceof Error ? error.message : 'The database cannot be asked.');
  }
}
