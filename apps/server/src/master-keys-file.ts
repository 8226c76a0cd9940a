import path from 'node:path';
import type { MasterKey } from '@homeward/core/vault';
import { CannotStart } from '@homeward/db/embedded';
import { readIfThere, replaceFile } from './private-file.ts';

const keyBytes = 32;

/** Master keys as they lie in a file, oldest first. */
export interface MasterKeysFile {
  file: string;
  /** Throws `CannotStart` when a key can't be read. */
  read(): Promise<MasterKey[]>;
  /** Whole or not at all, and on the disk when it returns. */
  write(keys: readonly MasterKey[]): Promise<void>;
}

/** Where the master keys are: in the file that the operator names, else among the secrets in the data folder. */
export function masterKeysFile({
  dataFolder,
  masterKeyFile,
}: {
  dataFolder: string;
  masterKeyFile: string | undefined;
}): MasterKeysFile {
  return masterKeyFile === undefined
    ? keysAmongSecrets(path.join(dataFolder, 'secrets.json'))
    : keysOfTheirOwn(masterKeyFile);
}

/** One `id:base64` a line; a line without a name, as there was before keys had names, is key "1". */
function keysOfTheirOwn(file: string): MasterKeysFile {
  return {
    file,
    read: async () => {
      const text = await readIfThere(file);
      const lines = (text ?? '').split('\n').map((line) => line.trim());
      const keys = parseMasterKeys(lines.filter((line) => line !== ''));
      if (keys !== undefined) return keys;
      throw new CannotStart(
        `HOMEWARD_MASTER_KEY_FILE is ${file}, which ${text === undefined ? 'is not there' : 'is no key'}: it must hold 32 random bytes in base64 (openssl rand -base64 32).`,
      );
    },
    write: (keys) => replaceFile(file, `${keys.map(writeMasterKey).join('\n')}\n`),
  };
}

function keysAmongSecrets(file: string): MasterKeysFile {
  const readWords = async (): Promise<Record<string, unknown>> => {
    try {
      return JSON.parse((await readIfThere(file)) ?? '');
    } catch {
      throw new CannotStart(`${file} is damaged: put it back from a backup.`);
    }
  };
  return {
    file,
    read: async () => {
      const { masterKeys, masterKey } = await readWords();
      const keys = parseMasterKeys(Array.isArray(masterKeys) ? masterKeys : [masterKey]);
      if (keys !== undefined) return keys;
      throw new CannotStart(`${file} has no usable masterKeys: put the file back from a backup.`);
    },
    write: async (keys) => {
      const { masterKey: _, masterKeys: __, ...others } = await readWords();
      await replaceFile(
        file,
        `${JSON.stringify({ ...others, masterKeys: keys.map(writeMasterKey) }, null, 2)}\n`,
      );
    },
  };
}

export const writeMasterKey = ({ id, key }: MasterKey): string => `${id}:${key.toString('base64')}`;

/** Undefined when a line is none, when there is none at all, or two have one name. */
function parseMasterKeys(lines: readonly unknown[]): MasterKey[] | undefined {
  const keys = lines.map((line) => {
    const [, id = '1', word = ''] = /^(?:([\w-]{1,64}):)?(\S+)$/.exec(String(line)) ?? [];
    return { id, key: Buffer.from(word, 'base64') };
  });
  const isUsable = keys.every(({ key }) => key.length === keyBytes);
  const names = new Set(keys.map(({ id }) => id));
  return isUsable && keys.length > 0 && names.size === keys.length ? keys : undefined;
}
