import { randomBytes } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { belongLikeItsFolder } from './private-folder.ts';

/** The three logins of an embedded PostgreSQL. Generated once, kept in its folder for its owner's eyes only. */
export interface Passwords {
  /** Bootstrap superuser; used only to make the other two. */
  postgres: string;
  homeward_owner: string;
  homeward_server: string;
}

/** Reads the passwords; makes them when the folder has none. The folder's lock must be held. */
export async function keepPasswords(folder: string): Promise<Passwords> {
  const kept = await readPasswords(folder);
  if (kept) return kept;
  const made: Passwords = { postgres: word(), homeward_owner: word(), homeward_server: word() };
  const file = passwordsFile(folder);
  await writeFile(`${file}.new`, `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600, flush: true });
  await belongLikeItsFolder(`${file}.new`);
  await rename(`${file}.new`, file);
  return made;
}

/** The passwords of an embedded PostgreSQL that was started before; undefined when there is none. */
export async function readPasswords(folder: string): Promise<Passwords | undefined> {
  let text: string;
  try {
    text = await readFile(passwordsFile(folder), 'utf8');
  } catch {
    return undefined;
  }
  const { postgres, homeward_owner, homeward_server } = JSON.parse(text);
  return { postgres, homeward_owner, homeward_server };
}

function passwordsFile(folder: string): string {
  return path.join(folder, 'passwords.json');
}

function word(): string {
  return randomBytes(24).toString('base64url');
}
