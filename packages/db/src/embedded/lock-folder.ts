import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { CannotStart } from './cannot-start.ts';
import { belongLikeItsFolder, codeOf } from './private-folder.ts';

/** A held lock. The system drops it by itself when the process dies, however it dies. */
export interface FolderLock {
  release(): void;
}

/**
 * Takes the folder for this process alone, or throws `CannotStart` naming the process that has it.
 * Node has no file locks of its own; SQLite's are the operating system's, so no stale file can block a start
 * and no reused process id can look like a holder.
 */
export async function lockFolder(folder: string): Promise<FolderLock> {
  const lockFile = path.join(folder, 'lock');
  const holderFile = path.join(folder, 'lock.pid');
  let lock: DatabaseSync | undefined;
  // A process killed a moment ago takes a moment to go.
  const waitMilliseconds = 2000;
  try {
    lock = new DatabaseSync(lockFile, { timeout: waitMilliseconds });
    lock.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
  } catch (error) {
    lock?.close();
    if (isBusy(error)) throw new CannotStart(await heldLine(folder, holderFile));
    throw new CannotStart(`The data folder ${folder} cannot be locked (${codeOf(error)}): ${ownerAdvice()}`);
  }
  const held = lock;
  await writeFile(holderFile, `${process.pid}\n`);
  await Promise.all([belongLikeItsFolder(lockFile), belongLikeItsFolder(holderFile)]);
  return {
    release: () => {
      if (held.isOpen) held.close();
    },
  };
}

function isBusy(error: unknown): boolean {
  const sqliteBusy = 5;
  return error instanceof Error && 'errcode' in error && error.errcode === sqliteBusy;
}

async function heldLine(folder: string, holderFile: string): Promise<string> {
  const pid = (await readFile(holderFile, 'utf8').catch(() => '')).trim();
  const who = pid === '' ? 'Another Homeward' : `Another Homeward (process ${pid})`;
  return `${who} is using the data folder ${folder}: stop it first, or set HOMEWARD_DATA to another folder.`;
}

function ownerAdvice(): string {
  return 'start Homeward as the user the folder belongs to, or set HOMEWARD_DATA to another folder.';
}
