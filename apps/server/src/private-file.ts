import { randomBytes } from 'node:crypto';
import { link, open, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { belongLikeItsFolder, CannotStart } from '@homeward/db/embedded';

/** The text of a file; undefined when there is none. Throws `CannotStart` when it is not ours to read. */
export async function readIfThere(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw new CannotStart(`${file} cannot be read: start Homeward as the user it belongs to.`);
  }
}

/** Writes a file that only its owner reads: whole or not at all, and never over what another process made a moment ago. */
export async function writeOnce(file: string, text: string): Promise<void> {
  await withDraft(file, text, async (draft) => {
    try {
      await link(draft, file);
    } catch (error) {
      const exists = error instanceof Error && 'code' in error && error.code === 'EEXIST';
      if (!exists) throw error;
    }
  });
}

/**
 * Replaces a file that only its owner reads: whole or not at all, and on the disk when it returns. One writer at a time:
 * it clears away what a writer that was killed has left, since there lie secrets too.
 */
export async function replaceFile(file: string, text: string): Promise<void> {
  await withDraft(file, text, (draft) => rename(draft, file));
  const folder = path.dirname(file);
  const isDraft = (name: string) =>
    name.startsWith(`${path.basename(file)}.`) && /\.[0-9a-f]{12}$/.test(name);
  for (const name of (await readdir(folder)).filter(isDraft))
    await rm(path.join(folder, name), { force: true });
}

async function withDraft(file: string, text: string, place: (draft: string) => Promise<void>): Promise<void> {
  const draft = `${file}.${randomBytes(6).toString('hex')}`;
  await writeFile(draft, text, { mode: 0o600, flush: true });
  try {
    await belongLikeItsFolder(draft);
    await place(draft);
    const folder = await open(path.dirname(file), 'r');
    await folder.sync().finally(() => folder.close());
  } finally {
    await rm(draft, { force: true });
  }
}
