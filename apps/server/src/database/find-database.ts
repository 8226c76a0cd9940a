import { existsSync } from 'node:fs';
import path from 'node:path';
import { findPendingMigrations } from '@homeward/db';
import { findRunningPostgres, startEmbeddedPostgres } from '@homeward/db/embedded';
import type { Settings } from '../environment.ts';

/** What `pg` is given to connect. */
export type Login =
  | { connectionString: string }
  | { host: string; port: number; user: string; password: string; database: string };

export interface DatabaseLogins {
  /** Owns the tables; undefined when the operator keeps that login elsewhere. */
  owner: Login | undefined;
  app: Login;
  /** The role's name in `app`. */
  appLogin: string;
}

/** A PostgreSQL that accepts connections. */
export interface FoundDatabase extends DatabaseLogins {
  /** Settles when the PostgreSQL that we started has ended; never for one of the operator's own. */
  ended: Promise<void>;
  stop(): Promise<void>;
}

/** Where the embedded PostgreSQL lives in the data folder. */
export const embeddedFolder = (dataFolder: string): string => path.join(dataFolder, 'postgres');

/** Takes the operator's PostgreSQL, or starts the embedded one. */
export async function findDatabase(settings: Settings, say: (line: string) => void): Promise<FoundDatabase> {
  const named = namedDatabase(settings);
  if (named) return { ...named, ended: new Promise(() => {}), stop: async () => {} };
  const postgres = await startEmbeddedPostgres({ folder: embeddedFolder(settings.dataFolder), log: say });
  const { owner, app, ended, stop } = postgres;
  return { owner, app, appLogin: app.user, ended, stop };
}

/** As `findDatabase`, but joins the embedded PostgreSQL of a server that runs already. */
export async function joinDatabase(settings: Settings, say: (line: string) => void): Promise<FoundDatabase> {
  const running = namedDatabase(settings)
    ? undefined
    : await findRunningPostgres(embeddedFolder(settings.dataFolder));
  if (!running) return findDatabase(settings, say);
  const { app } = running;
  return { owner: undefined, app, appLogin: app.user, ended: new Promise(() => {}), stop: async () => {} };
}

/** The operator's PostgreSQL, when one is named. */
function namedDatabase({ databaseUrl, databaseOwnerUrl }: Settings): DatabaseLogins | undefined {
  if (databaseUrl === undefined) return undefined;
  return {
    owner: databaseOwnerUrl === undefined ? undefined : { connectionString: databaseOwnerUrl },
    app: { connectionString: databaseUrl },
    appLogin: decodeURIComponent(new URL(databaseUrl).username),
  };
}

/** Whether the database was never used. Ask before it is started or migrated. */
export async function isNewDatabase(settings: Settings): Promise<boolean> {
  const named = namedDatabase(settings);
  if (!named) return !existsSync(path.join(embeddedFolder(settings.dataFolder), 'cluster'));
  const pending = await findPendingMigrations(named.owner ?? named.app);
  return pending.some((name) => name.startsWith('0001_'));
}
