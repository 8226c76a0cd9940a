import { existsSync } from 'node:fs';
import path from 'node:path';
import { findPendingMigrations } from '@homeward/db';
import { findRunningPostgres, startEmbeddedPostgres } from '@homeward/db/embedded';
import type { Settings } from '../environment.ts';

/** What `pg` is given to connect. */
export type Login =
  | { connectionString: string }
  | { host: string; port: number; user: string; password: string; database: string };

/** How to reach one database. */
export interface DatabaseLogins {
  /** Owns the tables; undefined when the operator keeps that login elsewhere. */
  owner: Login | undefined;
  app: Login;
  /** The role's name in `app`. */
  appLogin: string;
}

/** The two databases: people's rows, and the keys to what they wrote. */
export interface BothDatabases {
  data: DatabaseLogins;
  keys: DatabaseLogins;
}

/** A PostgreSQL that accepts connections. */
export interface FoundDatabase extends BothDatabases {
  /** Settles when the PostgreSQL that we started has ended; never for one of the operator's own. */
  ended: Promise<void>;
  stop(): Promise<void>;
}

/** Where the embedded PostgreSQL lives in the data folder. */
export const embeddedFolder = (dataFolder: string): string => path.join(dataFolder, 'postgres');

/** Takes the operator's PostgreSQL, or starts the embedded one. */
export async function findDatabase(settings: Settings, say: (line: string) => void): Promise<FoundDatabase> {
  const ours = namedDatabase(settings);
  if (ours) return { ...ours, ended: new Promise(() => {}), stop: async () => {} };
  const postgres = await startEmbeddedPostgres({ folder: embeddedFolder(settings.dataFolder), log: say });
  const { owner, app, keysOwner, keys, ended, stop } = postgres;
  return { data: loginsOf(owner, app), keys: loginsOf(keysOwner, keys), ended, stop };
}

/** As `findDatabase`, but joins the embedded PostgreSQL of a server that runs already. */
export async function joinDatabase(settings: Settings, say: (line: string) => void): Promise<FoundDatabase> {
  const running = namedDatabase(settings)
    ? undefined
    : await findRunningPostgres(embeddedFolder(settings.dataFolder));
  if (!running) return findDatabase(settings, say);
  const { app, keys } = running;
  const logins = { data: loginsOf(undefined, app), keys: loginsOf(undefined, keys) };
  return { ...logins, ended: new Promise(() => {}), stop: async () => {} };
}

function loginsOf(owner: Login | undefined, app: Login & { user: string }): DatabaseLogins {
  return { owner, app, appLogin: app.user };
}

/** The operator's PostgreSQL, when one is named. */
function namedDatabase(settings: Settings): BothDatabases | undefined {
  const { databaseUrl, databaseOwnerUrl, keysDatabaseUrl, keysDatabaseOwnerUrl } = settings;
  if (databaseUrl === undefined || keysDatabaseUrl === undefined) return undefined;
  return { data: named(databaseUrl, databaseOwnerUrl), keys: named(keysDatabaseUrl, keysDatabaseOwnerUrl) };
}

function named(url: string, ownerUrl: string | undefined): DatabaseLogins {
  return {
    owner: ownerUrl === undefined ? undefined : { connectionString: ownerUrl },
    app: { connectionString: url },
    appLogin: decodeURIComponent(new URL(url).username),
  };
}

/** Whether the database was never used. Ask before it is started or migrated. */
export async function isNewDatabase(settings: Settings): Promise<boolean> {
  const bothNamed = namedDatabase(settings);
  if (!bothNamed) return !existsSync(path.join(embeddedFolder(settings.dataFolder), 'cluster'));
  const pending = await findPendingMigrations(bothNamed.data.owner ?? bothNamed.data.app);
  return pending.some((name) => name.startsWith('0001_'));
}
