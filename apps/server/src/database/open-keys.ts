import type { Clock, KeyStore, MasterKeys } from '@homeward/core/kernel';
import { startKeyStore } from '@homeward/core/vault';
import { openKeyStore } from '@homeward/db';
import { CannotStart } from '@homeward/db/embedded';
import type { Login } from './find-database.ts';

export interface OpenKeys {
  keys: KeyStore;
  close: () => Promise<void>;
}

/** Opens the key store as the application's login there. Throws `CannotStart` when the master keys are not those it needs. */
export async function openKeys(
  login: Login,
  masterKeys: MasterKeys,
  { clock, masterKeysFile }: { clock: Clock; masterKeysFile: string },
): Promise<OpenKeys> {
  const keys = openKeyStore(login);
  try {
    const fault = await startKeyStore({ keys, masterKeys, clock });
    if (fault === undefined) return { keys, close: keys.close };
    const what =
      fault.fault === 'missing'
        ? `needs master key "${fault.masterKeyId}", which ${masterKeysFile} lacks`
        : `was made with another master key "${fault.masterKeyId}" than that of ${masterKeysFile}`;
    throw new CannotStart(
      `The key store ${what}: put the file back from its backup, nothing can be read without it.`,
    );
  } catch (error) {
    await keys.close();
    throw error;
  }
}
