import { randomBytes } from 'node:crypto';
import { link, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Secrets } from '@homeward/core/kernel';
import { belongLikeItsFolder, CannotStart, makePrivateFolder } from '@homeward/db/embedded';

const keyBytes = 32;
const names = ['pepper', 'lookupKey', 'masterKey'] as const;

export interface SecretsPlace {
  dataFolder: string;
  /** Holds the master key instead of the data folder, so that a stolen folder opens nothing. */
  masterKeyFile: string | undefined;
  /** Whether the database holds nothing yet. With data in it, new secrets would lock everybody out. */
  isNew: boolean;
}

/** Reads the secrets that never stand in the database; makes them at the first start. */
export async function keepSecrets({ dataFolder, masterKeyFile, isNew }: SecretsPlace): Promise<Secrets> {
  const file = path.join(dataFolder, 'secrets.json');
  const masterKey = masterKeyFile === undefined ? undefined : await readMasterKey(masterKeyFile);
  const kept = await readIfThere(file);
  if (kept !== undefined) return parseSecrets(file, kept, masterKey);
  if (!isNew) {
    throw new CannotStart(
      `The database is in use, but ${file} is gone: put it back from a backup, since without it nobody can sign in and nothing can be read.`,
    );
  }
  await makePrivateFolder(dataFolder);
  const made = names.filter((name) => name !== 'masterKey' || masterKey === undefined);
  const words = Object.fromEntries(made.map((name) => [name, randomBytes(keyBytes).toString('base64url')]));
  await writeOnce(file, `${JSON.stringify(words, null, 2)}\n`);
  return parseSecrets(file, await readFile(file, 'utf8'), masterKey);
}

/** Whole or not at all, and never over what another process made a moment ago. */
async function writeOnce(file: string, text: string): Promise<void> {
  const draft = `${file}.${randomBytes(6).toString('hex')}`;
  await writeFile(draft, text, { mode: 0o600, flush: true });
  try {
    await belongLikeItsFolder(draft);
    await link(draft, file);
  } catch (error) {
    const exists = error instanceof Error && 'code' in error && error.code === 'EEXIST';
    if (!exists) throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

function parseSecrets(file: string, text: string, masterKey: Buffer | undefined): Secrets {
  let words: Record<string, unknown>;
  try {
    words = JSON.parse(text);
  } catch {
    throw new CannotStart(`${file} is damaged: put it back from a backup.`);
  }
  const key = (name: (typeof names)[number]) => {
    const word = words[name];
    const bytes = typeof word === 'string' ? Buffer.from(word, 'base64url') : undefined;
    if (bytes?.length === keyBytes) return bytes;
    throw new CannotStart(`${file} has no usable ${name}: put the file back from a backup.`);
  };
  return { pepper: key('pepper'), lookupKey: key('lookupKey'), masterKey: masterKey ?? key('masterKey') };
}

async function readMasterKey(file: string): Promise<Buffer> {
  const text = await readIfThere(file);
  const bytes = Buffer.from((text ?? '').trim(), 'base64');
  if (bytes.length === keyBytes) return bytes;
  throw new CannotStart(
    `HOMEWARD_MASTER_KEY_FILE is ${file}, which ${text === undefined ? 'is not there' : 'is no key'}: it must hold 32 random bytes in base64 (openssl rand -base64 32).`,
  );
}

async function readIfThere(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw new CannotStart(`${file} cannot be read: start Homeward as the user it belongs to.`);
  }
}
