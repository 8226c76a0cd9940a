import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { CannotStart } from './cannot-start.ts';
import { removeSocketFolder } from './socket-folder.ts';

/** What a running PostgreSQL says about itself in its folder (`postmaster.pid`). */
export interface Postmaster {
  pid: number;
  socketFolder: string;
  ready: boolean;
}

/** Reads the running PostgreSQL's own note. It may be of a process that has died. */
export function readPostmaster(cluster: string): Postmaster | undefined {
  let lines: string[];
  try {
    lines = readFileSync(path.join(cluster, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return undefined;
  }
  const pid = Number(lines[0]);
  if (!Number.isSafeInteger(pid) || pid <= 1) return undefined;
  return { pid, socketFolder: (lines[4] ?? '').trim(), ready: (lines[7] ?? '').trim() === 'ready' };
}

/**
 * Whether the process is a PostgreSQL on this very folder (a real path): its id alone may have gone to someone else
 * since.
 */
export function isPostmasterOf(cluster: string, pid: number): boolean {
  try {
    if (process.platform === 'linux') {
      const words = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
      return words[0]?.endsWith('postgres') === true && words.includes(cluster);
    }
    const line = execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
    return line.includes('postgres') && line.includes(cluster);
  } catch {
    return false;
  }
}

/**
 * Call with the folder's lock held: then a PostgreSQL that still runs there has lost the Homeward that started it.
 * Stops it in good order, and clears what a killed one left.
 */
export async function clearOrphan(cluster: string, log: (line: string) => void): Promise<void> {
  const left = readPostmaster(cluster);
  killStrays(cluster, left?.pid, log);
  if (!left) return;
  if (isPostmasterOf(cluster, left.pid)) {
    log(`stopping the PostgreSQL (process ${left.pid}) that a killed Homeward left behind`);
    await stopPostmaster(cluster, left.pid);
  } else if (isAlive(left.pid)) {
    // The id now belongs to a stranger, whom PostgreSQL would take for itself and refuse to start.
    rmSync(path.join(cluster, 'postmaster.pid'), { force: true });
  }
  removeSocketFolder(left.socketFolder);
}

/**
 * Someone deleted the data folder under a running PostgreSQL. It still writes its control file to this path when
 * it stops, and would ruin what is made here anew; there is nothing left that it could lose.
 */
function killStrays(cluster: string, known: number | undefined, log: (line: string) => void): void {
  if (process.platform !== 'linux') return;
  const running = readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid > 1 && pid !== known);
  for (const pid of running.filter((pid) => isPostmasterOf(cluster, pid))) {
    log(`ending a PostgreSQL (process ${pid}) whose data folder was deleted`);
    process.kill(pid, 'SIGKILL');
  }
}

/** Fast shutdown (a checkpoint, no loss); an immediate one, which recovers at the next start, when that takes too long. */
export async function stopPostmaster(cluster: string, pid: number): Promise<void> {
  for (const [signal, waitSeconds] of [
    ['SIGINT', 60],
    ['SIGQUIT', 15],
    ['SIGKILL', 5],
  ] as const) {
    if (!isPostmasterOf(cluster, pid)) return;
    try {
      process.kill(pid, signal);
    } catch {
      // Gone meanwhile, or another user's: the loop tells which.
    }
    const end = performance.now() + waitSeconds * 1000;
    while (performance.now() < end) {
      if (!isPostmasterOf(cluster, pid)) return;
      await delay(20);
    }
  }
  throw new CannotStart(
    `A PostgreSQL (process ${pid}) on ${cluster} does not stop: end it, then start again.`,
  );
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
