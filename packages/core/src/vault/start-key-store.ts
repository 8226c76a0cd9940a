import type { Clock, KeyStore, MasterKeyMark, MasterKeys } from '../kernel/index.ts';
import { UnknownMasterKey } from './keyring.ts';
import { personKeyPlace } from './person-key.ts';

const CHECK_PLACE = 'master_key.check_value:';
const CHECK = Buffer.from('the right master key reads this');

/** Why keys and key store do not belong together. */
export type KeyFault = { fault: 'missing' | 'wrong'; masterKeyId: string };

interface Given {
  keys: KeyStore;
  masterKeys: MasterKeys;
  clock: Clock;
}

/** A master key's name with the value by which it is recognised. */
export async function markMasterKey(masterKeys: MasterKeys, id: string): Promise<MasterKeyMark> {
  return { id, checkValue: await masterKeys.wrap(id, CHECK_PLACE + id, CHECK) };
}

/**
 * Names the first master key of a new key store, and makes sure that the ring holds every master key that is needed, each
 * with its right bytes. Answers what is at fault instead of throwing; nobody may be served then.
 */
export async function startKeyStore({ keys, masterKeys, clock }: Given): Promise<KeyFault | undefined> {
  if ((await keys.findMasterKey()) === undefined) {
    const first = await markMasterKey(masterKeys, await masterKeys.newestId());
    await keys.nameFirstMasterKey(first, new Date(clock.now()));
  }
  const inUse = await keys.findMasterKey();
  if (inUse === undefined) throw new Error('the key store names no master key');
  const samples = await keys.listSamples();
  const needed = [
    { id: inUse.id, place: CHECK_PLACE + inUse.id, bytes: inUse.checkValue },
    ...samples.map((key) => ({
      id: key.masterKeyId,
      place: personKeyPlace(key.personId),
      bytes: key.wrappedKey,
    })),
  ];
  for (const { id, place, bytes } of needed) {
    try {
      await masterKeys.unwrap(id, place, bytes);
    } catch (error) {
      return { fault: error instanceof UnknownMasterKey ? 'missing' : 'wrong', masterKeyId: id };
    }
  }
  return undefined;
}
