import { rmSync } from 'node:fs';
import { chown, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { RunAs } from './run-as.ts';

const prefix = 'homeward-pg-';

/**
 * Makes the private folder for PostgreSQL's socket. A socket's path may be 107 bytes long at most, and a data
 * folder may lie deep: so it lies in the temporary folder.
 */
export async function makeSocketFolder({ ids }: RunAs): Promise<string> {
  const longest = 107 - `/${prefix}XXXXXX/.s.PGSQL.5432.lock`.length;
  const base = Buffer.byteLength(tmpdir()) <= longest ? tmpdir() : '/tmp';
  const folder = await mkdtemp(path.join(base, prefix));
  if (ids.uid !== undefined && ids.gid !== undefined) await chown(folder, ids.uid, ids.gid);
  return folder;
}

/** Removes a socket's folder, when it is one of ours. */
export function removeSocketFolder(folder: string): void {
  if (path.basename(folder).startsWith(prefix)) rmSync(folder, { recursive: true, force: true });
}
