import type { MasterKeys, Random } from '../kernel/index.ts';
import { seal, unseal } from './seal.ts';

/** A master key with its name. */
export interface MasterKey {
  id: string;
  /** 32 bytes. */
  key: Buffer;
}

/** A master key that the ring does not hold. */
export class UnknownMasterKey extends Error {
  override readonly name = 'UnknownMasterKey';
  readonly id: string;

  constructor(id: string) {
    super(`master key "${id}" is not in the ring`);
    this.id = id;
  }
}

/**
 * Master keys that lie where `read` finds them, oldest first. Asked for a name it does not know, it reads again: so running
 * servers learn of a rotation. What was once read stays known to this process, so that a key that was taken out while its
 * last answer was under way still serves it.
 */
export function openKeyring(random: Random, read: () => Promise<readonly MasterKey[]>): MasterKeys {
  const known = new Map<string, Buffer>();

  async function readAgain(): Promise<readonly MasterKey[]> {
    const keys = await read();
    for (const { id, key } of keys) {
      const before = known.get(id);
      if (before !== undefined && !before.equals(key))
        throw new Error(`master key "${id}" has other bytes now`);
      known.set(id, key);
    }
    return keys;
  }

  async function keyOf(id: string): Promise<Buffer> {
    if (!known.has(id)) await readAgain();
    const key = known.get(id);
    if (key === undefined) throw new UnknownMasterKey(id);
    return key;
  }

  return {
    async newestId() {
      const newest = (await readAgain()).at(-1);
      if (newest === undefined) throw new Error('there is no master key');
      return newest.id;
    },
    wrap: async (id, aad, key) => seal(random, await keyOf(id), aad, key),
    unwrap: async (id, aad, wrapped) => unseal(await keyOf(id), aad, wrapped),
  };
}
