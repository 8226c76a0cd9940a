import { installOutbox } from '@homeward/core/kernel';
import { findPendingMigrations, migrate } from '@homeward/db';
import { CannotStart, prepareRoles } from '@homeward/db/embedded';
import type { DatabaseLogins } from './find-database.ts';

/**
 * Brings the database up to date as its owner. Without the owner's login, throws `CannotStart` when something is
 * missing. Answers the names of what was applied.
 */
export async function prepareDatabase({ owner, app, appLogin }: DatabaseLogins): Promise<string[]> {
  if (owner === undefined) {
    const pending = await findPendingMigrations(app);
    if (pending.length === 0) return [];
    throw new CannotStart(
      `The database lacks ${pending.length} of our migrations: set DATABASE_OWNER_URL to the login that owns its tables, for this start at least.`,
    );
  }
  const applied = await migrate(owner);
  await installOutbox(owner);
  await prepareRoles(owner, appLogin);
  return applied;
}
