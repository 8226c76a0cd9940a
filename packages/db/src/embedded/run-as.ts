import { spawnSync } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { CannotStart } from './cannot-start.ts';

/** How to run PostgreSQL, which refuses to run as root. */
export interface RunAs {
  /** Words to put before the command. */
  prefix: string[];
  /** Given to `spawn`. */
  ids: { uid?: number; gid?: number };
}

/**
 * An ordinary user runs PostgreSQL directly. For root, PostgreSQL runs as the owner of its folder, and where that
 * is root too, in an unmapped user namespace: there it is not root, yet reaches what root owns.
 */
export async function chooseRunAs(folder: string, program: string): Promise<RunAs> {
  const direct: RunAs = { prefix: [], ids: {} };
  if (process.getuid?.() !== 0) return direct;
  const owner = await stat(folder);
  const candidates: RunAs[] = [];
  if (owner.uid !== 0) candidates.push({ prefix: [], ids: { uid: owner.uid, gid: owner.gid } });
  candidates.push({ prefix: ['unshare', '-U'], ids: {} });
  const usable = candidates.find((candidate) => canRun(candidate, folder, program));
  if (usable) return usable;
  throw new CannotStart(
    `PostgreSQL does not run as root, and this system has no user namespaces to run it in: start Homeward as an ordinary user, or give ${folder} to one (chown -R USER), or set DATABASE_URL.`,
  );
}

function canRun(runAs: RunAs, folder: string, program: string): boolean {
  const words = [
    ...runAs.prefix,
    'sh',
    '-c',
    'cd "$1" && test -w . && "$2" --version',
    'sh',
    folder,
    program,
  ];
  const [command = 'sh', ...rest] = words;
  return spawnSync(command, rest, { ...runAs.ids, stdio: 'ignore' }).status === 0;
}
