import { chown, mkdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { CannotStart } from './cannot-start.ts';

/**
 * Makes `folder` (and the folders above it that are missing), closed to everyone but its owner.
 * What root makes belongs to whoever owns the folder it lies in, so that root and that user may take turns.
 */
export async function makePrivateFolder(folder: string): Promise<void> {
  let firstMade: string | undefined;
  try {
    firstMade = await mkdir(folder, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw new CannotStart(
      `The folder ${folder} cannot be made (${codeOf(error)}): set HOMEWARD_DATA to one that can.`,
    );
  }
  if (firstMade === undefined) return;
  const below = path.relative(firstMade, folder);
  let current = firstMade;
  await belongLikeItsFolder(current);
  for (const part of below === '' ? [] : below.split(path.sep)) {
    current = path.join(current, part);
    await belongLikeItsFolder(current);
  }
}

/** When root made `file`: hands it to the owner of the folder it lies in. Does nothing for other users. */
export async function belongLikeItsFolder(file: string): Promise<void> {
  if (process.getuid?.() !== 0) return;
  const { uid, gid } = await stat(path.dirname(file));
  if (uid !== 0) await chown(file, uid, gid);
}

/** The system's code of an error (`EACCES`), or its name. */
export function codeOf(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code;
  return error instanceof Error ? error.name : 'unknown';
}
