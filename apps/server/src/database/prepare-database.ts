import { installOutbox } from '@homeward/core/kernel';
import { type DatabasePart, findPendingMigrations, isSameDatabase, migrate, moveKeys } from '@homeward/db';
import { CannotStart, prepareRoles } from '@homeward/db/embedded';
import type { BothDatabases, DatabaseLogins } from './find-database.ts';

const SETTINGS = { data: 'DATABASE_OWNER_URL', keys: 'KEYS_DATABASE_OWNER_URL' } as const;

/**
 * Brings the key store up to date as its owner. Without the owner's login, throws `CannotStart` when something is missing,
 * and in any case when it is the database whose keys it is to keep apart. Answers the names of what was applied.
 */
export async function prepareKeyStore({ data, keys }: BothDatabases): Promise<string[]> {
  if (await isSameDatabase(data.app, keys.app)) {
    throw new CannotStart(
      'KEYS_DATABASE_URL leads to the same database as DATABASE_URL: a copy of it would hold data and keys alike, so name another.',
    );
  }
  if (keys.owner === undefined) return refusePending(keys, 'keys');
  const applied = await migrate(keys.owner, 'keys');
  await prepareRoles(keys.owner, keys.appLogin, 'homeward_key_keeper');
  return applied;
}

/** The same for the database, once the key store serves: keys that still lie here move there first. */
export async function prepareDatabase({ data, keys }: BothDatabases): Promise<string[]> {
  if (data.owner === undefined) return refusePending(data, 'data');
  await moveKeys({ owner: data.owner, keys: keys.app });
  const applied = await migrate(data.owner);
  await installOutbox(data.owner);
  await prepareRoles(data.owner, data.appLogin);
  return applied;
}

async function refusePending({ app }: DatabaseLogins, part: DatabasePart): Promise<string[]> {
  const pending = await findPendingMigrations(app, part);
  if (pending.length === 0) return [];
  const name = part === 'data' ? 'The database' : 'The key store';
  throw new CannotStart(
    `${name} lacks ${pending.length} of our migrations: set ${SETTINGS[part]} to the login that owns its tables, for this start at least.`,
  );
}
