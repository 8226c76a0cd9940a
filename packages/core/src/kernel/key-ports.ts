/** A data key as it is stored: wrapped by the master key of that name. */
export interface WrappedKey {
  masterKeyId: string;
  wrappedKey: Buffer;
}

/** A person's key with the bytes it had when it was read. */
export interface StoredKey extends WrappedKey {
  personId: string;
}

/** The master key in use, by name, and a value that only it unwraps. */
export interface MasterKeyMark {
  id: string;
  checkValue: Buffer;
}

/**
 * The keys that wrap the keys: a file by default, or a key service. Each has a name; none of them leaves through here.
 * `aad` is bound in: what was wrapped for one place does not unwrap for another.
 */
export interface MasterKeys {
  /** The name of the newest. The key store says which one is in use; during a rotation they differ. */
  newestId(): Promise<string>;
  /** Throws `UnknownMasterKey` for a name that is not there, also after looking again. */
  wrap(id: string, aad: string, key: Buffer): Promise<Buffer>;
  /** Throws `UnknownMasterKey` likewise, and another error when key, place or bytes are not those of the wrapping. */
  unwrap(id: string, aad: string, wrapped: Buffer): Promise<Buffer>;
}

/** Where wrapped keys and the erasure list are kept, apart from the database. */
export interface KeyStore {
  /** Keeps a new person's key. False when another master key is in use by now: wrap again. */
  put(personId: string, key: WrappedKey, at: Date): Promise<boolean>;
  /** As far as they exist. Whether the actor may have them is decided before, in the database. */
  find(personIds: readonly string[]): Promise<Map<string, WrappedKey>>;
  /**
   * Destroys a person's key and puts them on the erasure list, both or neither. Answers when, as the list has it for this
   * receipt: fine to repeat, the first entry stays.
   */
  destroy(erasure: { personId: string; receiptIndex: Buffer; erasedAt: Date }): Promise<Date>;
  /** Ids of the erasure list in order, a page at a time. */
  listErased(page: { after?: string | undefined; limit: number }): Promise<string[]>;
  /** When the erasure with this receipt was carried out; undefined when none was. */
  findErasure(receiptIndex: Buffer): Promise<Date | undefined>;
  isReachable(): Promise<boolean>;

  /** The master key in use; undefined in a key store that was never started. */
  findMasterKey(): Promise<MasterKeyMark | undefined>;
  /** Names the first master key, unless another start was faster. */
  nameFirstMasterKey(mark: MasterKeyMark, at: Date): Promise<void>;
  /** Runs while nobody else rotates and no new key comes in; what `run` answers becomes the master key in use. */
  changeMasterKey(
    run: (current: string, countUnder: (id: string) => Promise<number>) => Promise<MasterKeyMark | undefined>,
    at: Date,
  ): Promise<void>;
  /** Some of the keys that are wrapped by another master key than this one. */
  listKeysNotUnder(masterKeyId: string, limit: number): Promise<StoredKey[]>;
  /** Replaces a key that still has the bytes it was read with. False when that master key is no longer the one in use. */
  rewrap(key: StoredKey, next: WrappedKey): Promise<boolean>;
  /** One key of each master key that any is wrapped by. */
  listSamples(): Promise<StoredKey[]>;
}
