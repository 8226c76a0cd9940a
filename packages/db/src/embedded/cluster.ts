import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { open, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { CannotStart } from './cannot-start.ts';
import { belongLikeItsFolder } from './private-folder.ts';
import type { RunAs } from './run-as.ts';

const majorVersion = '18';

export interface NewCluster {
  /** Where the cluster shall lie; its parent exists. */
  cluster: string;
  initdb: string;
  runAs: RunAs;
  superuserPassword: string;
  durable: boolean;
}

/**
 * Makes an empty cluster, unless there is one. It is made beside its place and moved there when whole,
 * so that a start that is killed in the middle leaves nothing half-made.
 */
export async function ensureCluster(wanted: NewCluster): Promise<void> {
  const { cluster } = wanted;
  if (existsSync(cluster)) {
    await assertVersion(cluster);
    return;
  }
  const unfinished = `${cluster}.new`;
  const passwordFile = `${cluster}.password`;
  await rm(unfinished, { recursive: true, force: true });
  await writeFile(passwordFile, `${wanted.superuserPassword}\n`, { mode: 0o600 });
  try {
    await belongLikeItsFolder(passwordFile);
    await runInitdb(wanted, unfinished, passwordFile);
  } finally {
    await rm(passwordFile, { force: true });
  }
  await rename(unfinished, cluster);
  if (wanted.durable) await syncFolder(path.dirname(cluster));
}

async function runInitdb(wanted: NewCluster, target: string, passwordFile: string): Promise<void> {
  const words = [...wanted.runAs.prefix, wanted.initdb, '-D', target, '-U', 'postgres', '-E', 'UTF8'];
  words.push('--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8');
  words.push('--auth-local=scram-sha-256', '--auth-host=reject', `--pwfile=${passwordFile}`);
  if (!wanted.durable) words.push('--no-sync');
  const [command = wanted.initdb, ...rest] = words;
  // A session of its own, so that a Ctrl-C does not tear it in the middle: the next start would only begin again.
  const child = spawn(command, rest, {
    ...wanted.runAs.ids,
    stdio: ['ignore', 'ignore', 'pipe'],
    detached: true,
  });
  let complaint = '';
  child.stderr.on('data', (chunk) => {
    complaint += chunk;
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (code === 0) return;
  const line = complaint.trim().split('\n').at(-1) ?? '';
  throw new CannotStart(`PostgreSQL could not make its data folder ${target}: ${line}`);
}

async function assertVersion(cluster: string): Promise<void> {
  const version = (await readFile(path.join(cluster, 'PG_VERSION'), 'utf8').catch(() => 'no')).trim();
  if (version === majorVersion) return;
  throw new CannotStart(
    `${cluster} holds data of PostgreSQL version ${version}, this Homeward brings ${majorVersion}: restore a backup into an empty data folder.`,
  );
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
