import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import type { SourceFile } from '../reading/read-text.ts';

const DEEPEST = 4;

/** The files of a folder and its folders, sorted, named by their path in it with `/`. Links are not followed. */
export function findFiles(folder: string, extensions: string[]): SourceFile[] {
  const walk = (at: string, depth: number): SourceFile[] =>
    readdirSync(path.join(folder, at), { withFileTypes: true })
      .toSorted((a, b) => (a.name < b.name ? -1 : 1))
      .flatMap((entry) => {
        const name = at === '' ? entry.name : `${at}/${entry.name}`;
        if (entry.isDirectory() && depth < DEEPEST && !entry.name.startsWith('.'))
          return walk(name, depth + 1);
        const isWanted = entry.isFile() && extensions.includes(path.extname(entry.name).toLowerCase());
        return isWanted ? [{ path: path.join(folder, name), name }] : [];
      });
  return walk('', 0);
}

export function isFolder(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
