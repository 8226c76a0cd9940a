import { randomBytes } from 'node:crypto';
import path from 'node:path';
import type { Secrets } from '@homeward/core/kernel';
import { CannotStart, makePrivateFolder } from '@homeward/db/embedded';
import { masterKeysFile, writeMasterKey } from './master-keys-file.ts';
import { readIfThere, writeOnce } from './private-file.ts';

const keyBytes = 32;
const names = ['pepper', 'lookupKey'] as const;

export interface SecretsPlace {
  dataFolder: string;
  /** Holds the master keys instead of the data folder, so that a stolen folder opens nothing. */
  masterKeyFile: string | undefined;
  /** Whether the database holds nothing yet. With data in it, new secrets would lock everybody out. */
  isNew: boolean;
}

/** Reads the secrets that never stand in a database; makes them, and the first master key, at the first start. */
export async function keepSecrets({ dataFolder, masterKeyFile, isNew }: SecretsPlace): Promise<Secrets> {
  const file = path.join(dataFolder, 'secrets.json');
  const masterKeys = masterKeysFile({ dataFolder, masterKeyFile });
  // Looked at before anything is made: without it nothing could be kept.
  if (masterKeyFile !== undefined) await masterKeys.read();
  const kept = await readIfThere(file);
  if (kept === undefined) {
    if (!isNew) {
      throw new CannotStart(
        `The database is in use, but ${file} is gone: put it back from a backup, since without it nobody can sign in and nothing can be read.`,
      );
    }
    await makePrivateFolder(dataFolder);
    await writeOnce(file, `${JSON.stringify(makeSecrets(masterKeyFile === undefined), null, 2)}\n`);
  }
  const secrets = parseSecrets(file, kept ?? (await readIfThere(file)) ?? '');
  await masterKeys.read();
  return secrets;
}

function makeSecrets(withMasterKey: boolean): Record<string, unknown> {
  const words = names.map((name) => [name, randomBytes(keyBytes).toString('base64url')]);
  const first = { id: '1', key: randomBytes(keyBytes) };
  return { ...Object.fromEntries(words), ...(withMasterKey && { masterKeys: [writeMasterKey(first)] }) };
}

function parseSecrets(file: string, text: string): Secrets {
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
  return { pepper: key('pepper'), lookupKey: key('lookupKey') };
}
