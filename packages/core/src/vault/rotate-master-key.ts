import type { Clock, KeyStore, MasterKeys, Random, StoredKey } from '../kernel/index.ts';
import { type MasterKey, UnknownMasterKey } from './keyring.ts';
import { personKeyPlace } from './person-key.ts';
import { markMasterKey } from './start-key-store.ts';

/** Where the master keys lie, oldest first. `write` is whole or not at all, and lasting when it returns. */
export interface MasterKeyPlace {
  read(): Promise<MasterKey[]>;
  write(keys: readonly MasterKey[]): Promise<void>;
}

/** What has just been done; killed after any of them, the next rotation goes on from there. */
export type RotationStep = 'written' | 'made' | 'named' | 'rewrapped' | 'all-rewrapped' | 'removed';

export interface Rotation {
  keys: KeyStore;
  masterKeys: MasterKeys;
  place: MasterKeyPlace;
  clock: Clock;
  random: Random;
  report?: (step: RotationStep) => void;
  /** Only makes the next key, so that it can be brought to every server before it is put to use. */
  onlyMake?: boolean;
}

const KEY_BYTES = 32;
const BATCH = 100;

/**
 * Puts a new master key to use: makes it, names it as the one in use, wraps every person's key with it, and takes the old
 * ones away. Each step looks at how things are instead of remembering, under the key store's lock: so it may be killed
 * anywhere and run again, run twice at once, and run while people come and write. A key that was made and not named yet
 * is taken up, no second one is made.
 */
export async function rotateMasterKey(rotation: Rotation): Promise<void> {
  const { report = () => {} } = rotation;
  await makeKey(rotation, report);
  report('made');
  if (rotation.onlyMake) return;
  await nameKey(rotation);
  report('named');
  await rewrapAll(rotation, report);
  report('all-rewrapped');
  await removeOldKeys(rotation);
  report('removed');
}

async function makeKey(
  { keys, place, clock, random }: Rotation,
  report: (step: RotationStep) => void,
): Promise<void> {
  await keys.changeMasterKey(async (inUse) => {
    const ring = await place.read();
    if (ring.at(-1)?.id !== inUse) return undefined;
    await place.write([...ring, { id: nextId(ring), key: random.bytes(KEY_BYTES) }]);
    report('written');
    return undefined;
  }, now(clock));
}

/** Names count upwards, so that a name is never used for another key again. */
function nextId(ring: readonly MasterKey[]): string {
  return String(1 + Math.max(0, ...ring.map(({ id }) => Number(id)).filter(Number.isSafeInteger)));
}

async function nameKey({ keys, masterKeys, place, clock }: Rotation): Promise<void> {
  await keys.changeMasterKey(async (inUse) => {
    const newest = (await place.read()).at(-1)?.id;
    return newest === undefined || newest === inUse ? undefined : markMasterKey(masterKeys, newest);
  }, now(clock));
}

async function rewrapAll(rotation: Rotation, report: (step: RotationStep) => void): Promise<void> {
  const { keys } = rotation;
  for (;;) {
    const inUse = await keys.findMasterKey();
    if (inUse === undefined) throw new Error('the key store names no master key');
    const batch = await keys.listKeysNotUnder(inUse.id, BATCH);
    if (batch.length === 0) return;
    await Promise.all(batch.map((key) => rewrap(rotation, key, inUse.id)));
    report('rewrapped');
  }
}

async function rewrap({ keys, masterKeys }: Rotation, key: StoredKey, masterKeyId: string): Promise<void> {
  const place = personKeyPlace(key.personId);
  try {
    const plain = await masterKeys.unwrap(key.masterKeyId, place, key.wrappedKey);
    await keys.rewrap(key, { masterKeyId, wrappedKey: await masterKeys.wrap(masterKeyId, place, plain) });
  } catch (error) {
    if (!(error instanceof UnknownMasterKey)) throw error;
    // Another rotation was faster and has taken the old key away already; otherwise that key is lost.
    const stored = (await keys.find([key.personId])).get(key.personId);
    if (stored?.masterKeyId === key.masterKeyId) throw error;
  }
}

async function removeOldKeys({ keys, place, clock }: Rotation): Promise<void> {
  await keys.changeMasterKey(async (inUse, countUnder) => {
    const ring = await place.read();
    const older = ring.slice(
      0,
      ring.findIndex(({ id }) => id === inUse),
    );
    const unused = new Set<string>();
    for (const { id } of older) if ((await countUnder(id)) === 0) unused.add(id);
    if (unused.size > 0) await place.write(ring.filter(({ id }) => !unused.has(id)));
    return undefined;
  }, now(clock));
}

const now = (clock: Clock): Date => new Date(clock.now());
