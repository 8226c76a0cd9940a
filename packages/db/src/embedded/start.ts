import { realpath } from 'node:fs/promises';
import path from 'node:path';
import { findBinaries } from './binaries.ts';
import { ensureCluster } from './cluster.ts';
import { launchPostgres } from './launch.ts';
import { lockFolder } from './lock-folder.ts';
import { keepPasswords, type Passwords, readPasswords } from './passwords.ts';
import { clearOrphan, isPostmasterOf, readPostmaster, stopPostmaster } from './postmaster.ts';
import { makePrivateFolder } from './private-folder.ts';
import { type Connection, databaseName, ensureLogins, keysDatabaseName } from './roles.ts';
import { chooseRunAs } from './run-as.ts';
import { makeSocketFolder, removeSocketFolder } from './socket-folder.ts';

export interface EmbeddedOptions {
  /** PostgreSQL's own folder; made when missing. One process at a time may use it. */
  folder: string;
  /** Gets lines of progress for the operator. */
  log?: (line: string) => void;
  /** False only for throwaway clusters of tests: a crash may then lose everything. Default true. */
  durable?: boolean;
}

/** How to reach the two databases of an embedded PostgreSQL. */
export interface EmbeddedLogins {
  /** Owns the database and everything in it; for migrations. */
  owner: Connection;
  /** The application's login. */
  app: Connection;
  /** The same two for the key store. */
  keysOwner: Connection;
  keys: Connection;
}

/** A running embedded PostgreSQL. */
export interface EmbeddedPostgres extends EmbeddedLogins {
  pid: number;
  /** Settles when PostgreSQL has ended; before `stop()` was called, that is a failure. */
  ended: Promise<void>;
  /** Stops it in good order and frees the folder. Close the connections first: open ones are cut. */
  stop(): Promise<void>;
}

/**
 * Starts PostgreSQL 18 on `folder`, making it on the first start and recovering after a crash.
 * Listens on a Unix socket in a private folder only. Throws `CannotStart` with one line that says what to do.
 */
export async function startEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const { log = () => {}, durable = true } = options;
  await makePrivateFolder(options.folder);
  const folder = await realpath(options.folder);
  const cluster = path.join(folder, 'cluster');
  const lock = await lockFolder(folder);
  try {
    await clearOrphan(cluster, log);
    const { initdb, postgres } = await findBinaries();
    const runAs = await chooseRunAs(folder, postgres);
    const passwords = await keepPasswords(folder);
    await ensureCluster({ cluster, initdb, runAs, superuserPassword: passwords.postgres, durable });
    const socketFolder = await makeSocketFolder(runAs);
    const logFile = path.join(folder, 'postgres.log');
    const { pid, ended } = await launchPostgres({
      cluster,
      postgres,
      runAs,
      socketFolder,
      logFile,
      durable,
      log,
    });
    const stop = async () => {
      await stopPostmaster(cluster, pid);
      await ended;
      removeSocketFolder(socketFolder);
      lock.release();
    };
    try {
      await ensureLogins(connection(socketFolder, passwords, 'postgres'), passwords);
    } catch (error) {
      await stop();
      throw error;
    }
    return { ...logins(socketFolder, passwords), pid, ended, stop: once(stop) };
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** The logins of an embedded PostgreSQL that another process runs on `folder` right now; undefined when none does. */
export async function findRunningPostgres(folder: string): Promise<EmbeddedLogins | undefined> {
  const real = await realpath(folder).catch(() => folder);
  const cluster = path.join(real, 'cluster');
  const passwords = await readPasswords(real);
  const postmaster = readPostmaster(cluster);
  if (!passwords || !postmaster?.ready || !isPostmasterOf(cluster, postmaster.pid)) return undefined;
  return logins(postmaster.socketFolder, passwords);
}

function logins(host: string, passwords: Passwords): EmbeddedLogins {
  return {
    owner: connection(host, passwords, 'homeward_owner'),
    app: connection(host, passwords, 'homeward_server'),
    keysOwner: connection(host, passwords, 'homeward_owner', keysDatabaseName),
    keys: connection(host, passwords, 'homeward_keys', keysDatabaseName),
  };
}

function connection(
  host: string,
  passwords: Passwords,
  user: keyof Passwords,
  database = databaseName,
): Connection {
  return { host, port: 5432, user, password: passwords[user], database };
}

function once(action: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  return () => {
    running ??= action();
    return running;
  };
}
