import { randomBytes } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { belongLikeItsFolder } from './private-folder.ts';

/** The four logins of an embedded PostgreSQL. Generated once, kept in its folder for its owner's eyes only. */
export interface Passwords {
  /** Bootstrap superuser; used only to make the others. */
  postgres: string;
  homeward_owner: string;
  homeward_server: string;
  homeward_keys: string;
}

const LOGINS = [
  'postgres',
  'homeward_owner',
  'homeward_server',
  'homeward_keys',
] as const satisfies (keyof Passwords)[];

/** Reads the passwords; makes those that the folder lacks. The folder's lock must be held. */
export async function keepPasswords(folder: string): Promise<Passwords> {
  const kept = await readKept(folder);
  if (kept && isWhole(kept)) return kept;
  const fresh = { postgres: word(), homeward_owner: word(), homeward_server: word(), homeward_keys: word() };
  const made: Passwords = { ...fresh, ...kept };
  const file = passwordsFile(folder);
  await writeFile(`${file}.new`, `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600, flush: true });
  await belongLikeItsFolder(`${file}.new`);
  await rename(`${file}.new`, file);
  return made;
}

/** The passwords of an embedded PostgreSQL that was started before; undefined when there are none, or not all of today's. */
export async function readPasswords(folder: string): Promise<Passwords | undefined> {
  const kept = await readKept(folder);
  return kept && isWhole(kept) ? kept : undefined;
}

async function readKept(folder: string): Promise<Partial<Passwords> | undefined> {
  let text: string;
  try {
    text = await readFile(passwordsFile(folder), 'utf8');
  } catch {
    return undefined;
  }
  return JSON.parse(text);
}

function isWhole(kept: Partial<Passwords>): kept is Passwords {
  return LOGINS.every((login) => kept[login] !== undefined);
}

function passwordsFile(folder: string): string {
  return path.join(folder, 'passwords.json');
}

function word(): string {
  return randomBytes(24).toString('base64url');
}
