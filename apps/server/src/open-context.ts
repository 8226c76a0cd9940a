import { hideSignInNames } from '@homeward/core/account';
import { applyErasureList } from '@homeward/core/erasure';
import { type Context, openOutbox, type Site, systemClock, systemRandom } from '@homeward/core/kernel';
import { openKeyring } from '@homeward/core/vault';
import { findDatabase, isNewDatabase } from './database/find-database.ts';
import { openChecked } from './database/open-checked.ts';
import { openKeys } from './database/open-keys.ts';
import { prepareDatabase, prepareKeyStore } from './database/prepare-database.ts';
import type { Settings } from './environment.ts';
import type { Log } from './log.ts';
import { masterKeysFile } from './master-keys-file.ts';
import { openSenders } from './message/open-senders.ts';
import { openMeet } from './open-meet.ts';
import { keepSecrets } from './secrets.ts';

/** Everything that the use-cases stand on, open and checked. */
export interface OpenContext extends Omit<Context, 'actor'> {
  /** Settles when the embedded PostgreSQL ends. */
  databaseEnded: Promise<void>;
}

export interface OpenOptions {
  settings: Settings;
  /** Closes what is open in reverse, however far this came. */
  closing: AsyncDisposableStack;
  say: (line: string) => void;
  log: Log;
  /** Where the database comes from. */
  find?: typeof findDatabase;
}

/**
 * Opens in order: secrets, PostgreSQL, the key store, migrations, the application's login, the queue. Last, whoever is on
 * the erasure list is taken out: the database may be an older copy that was put back.
 */
export async function openContext(options: OpenOptions): Promise<OpenContext> {
  const { settings, closing, say, log, find = findDatabase } = options;
  const { dataFolder, masterKeyFile } = settings;
  const secrets = await keepSecrets({ dataFolder, masterKeyFile, isNew: await isNewDatabase(settings) });

  say(
    settings.databaseUrl === undefined ? `database: PostgreSQL in ${dataFolder}` : 'database: DATABASE_URL',
  );
  const database = await find(settings, (line) => say(`database: ${line}`));
  closing.defer(database.stop);

  const ofKeys = await prepareKeyStore(database);
  const { file, read } = masterKeysFile(settings);
  const masterKeys = openKeyring(systemRandom, read);
  const { keys, close } = await openKeys(database.keys.app, masterKeys, {
    clock: systemClock,
    masterKeysFile: file,
  });
  closing.defer(close);

  const applied = [...ofKeys, ...(await prepareDatabase(database))];
  say(applied.length === 0 ? 'migrations: none missing' : `migrations: ${applied.length} applied`);

  const db = await openChecked(database.data.app);
  closing.defer(() => db.destroy());
  const boss = await openOutbox(database.data.app);
  boss.on('error', (error) => log({ level: 'error', event: 'outbox', error }));
  closing.defer(() => boss.stop({ graceful: true, timeout: 10_000 }));
  const site = siteOf(settings.publicUrl, settings.port);
  const meet = settings.meet && openMeet(settings.meet);
  const ports = { boss, secrets, keys, masterKeys, site, meet, senders: openSenders(settings, closing) };
  const context = { db, clock: systemClock, random: systemRandom, ports, databaseEnded: database.ended };
  await hideSignInNames(context);
  const erasedAgain = await applyErasureList(context);
  if (erasedAgain > 0)
    say(`erasure: ${erasedAgain} who were erased before were in this database, and are no more`);
  return context;
}

/** Where the portal is: at the address that the operator named, or on this machine. */
export function siteOf(publicUrl: URL | undefined, port: number): Site {
  const { origin, hostname } = publicUrl ?? new URL(`http://localhost:${port}`);
  return { origin, rpId: hostname };
}
