import { CannotStart, findRunningPostgres, startEmbeddedPostgres } from '@homeward/db/embedded';
import type { Settings } from '../environment.ts';
import { embeddedFolder, isNewDatabase, type Login } from './find-database.ts';

/**
 * A login that may read the audit log: the auditor's, the owner's, or the embedded PostgreSQL's owner, started when it
 * does not run. The application's own may not. Throws `CannotStart` when none is named.
 */
export async function findAuditor(settings: Settings): Promise<{ login: Login; stop: () => Promise<void> }> {
  const { databaseUrl, databaseOwnerUrl, databaseAuditorUrl, dataFolder } = settings;
  const named = databaseAuditorUrl ?? databaseOwnerUrl;
  if (named !== undefined) return { login: { connectionString: named }, stop: async () => {} };
  if (databaseUrl !== undefined) {
    throw new CannotStart(
      'The application’s login may not read the audit log: set DATABASE_AUDITOR_URL, or DATABASE_OWNER_URL.',
    );
  }
  if (await isNewDatabase(settings)) throw new CannotStart(`There is no database in ${dataFolder}.`);
  const folder = embeddedFolder(dataFolder);
  const running = await findRunningPostgres(folder);
  if (running) return { login: running.owner, stop: async () => {} };
  const { owner, stop } = await startEmbeddedPostgres({ folder });
  return { login: owner, stop };
}
