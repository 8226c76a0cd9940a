import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { type Finder, openFinder } from './open-finder.ts';

const PIECE_BYTES = 4 * 1024 * 1024;

/**
 * Reads every file below a folder (tables, write-ahead log, server log, what was left over) and looks for these texts
 * in every encoding. Answers one line for each file that holds one.
 */
export async function searchFolder(folder: string, texts: readonly string[]): Promise<string[]> {
  const finder = openFinder(texts);
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const found: string[] = [];
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    const file = path.join(entry.parentPath, entry.name);
    // A database at work takes files away while they are read: what is gone holds nothing.
    const forms = await searchFile(file, finder).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return [];
      throw error;
    });
    for (const form of forms) found.push(`${path.relative(folder, file)} holds ${form}`);
  }
  return found;
}

async function searchFile(file: string, finder: Finder): Promise<Set<string>> {
  const found = new Set<string>();
  let before: Buffer = Buffer.alloc(0);
  for await (const chunk of createReadStream(file, { highWaterMark: PIECE_BYTES })) {
    const piece = Buffer.concat([before, chunk]);
    for (const form of finder.find(piece)) found.add(form);
    before = piece.subarray(Math.max(0, piece.length - finder.longest + 1));
  }
  return found;
}
