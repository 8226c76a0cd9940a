import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Advice, quietEnvironment, root, run } from './run.mjs';

/** Whether `node_modules` holds what the lock file says (npm notes there what it installed, when it is done). */
export function hasPackages() {
  const notes = path.join(root, 'node_modules/.package-lock.json');
  if (!existsSync(notes)) return false;
  const installed = readLock(notes);
  const wanted = readLock(path.join(root, 'package-lock.json'));
  return Object.entries(wanted).every(([place, entry]) => {
    if (!place.includes('node_modules/')) return true;
    const found = installed[place];
    // Packages for other platforms are in the lock file only.
    if (!found) return entry.optional === true || entry.devOptional === true || entry.peer === true;
    return found.version === entry.version && found.integrity === entry.integrity;
  });
}

/** Installs exactly what the lock file says. */
export async function installPackages() {
  const words = [
    'npm',
    'ci',
    '--include=dev',
    '--include=optional',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ];
  // Never with the Node that lies in the folder which npm is about to replace.
  const env = { ...quietEnvironment, PATH: systemPath() };
  const { code, output } = await run(words, { env });
  if (code === 0) return;
  process.stdout.write(`\n${output}`);
  throw new Advice('The packages could not be installed: "npm ci" says why above.');
}

/** PATH without what npm put in front of it. */
export function systemPath() {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  return folders.filter((folder) => !folder.includes('node_modules')).join(path.delimiter);
}

function readLock(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages ?? {};
}
