import type { ClientConfig, PoolConfig } from 'pg';
import { openKeyRotation } from './key-rotation.ts';
import { codeOfPg, openKeysPool, REFUSED } from './pool.ts';

/** A data key as it is stored: wrapped by the master key of that name. */
export interface WrappedKey {
  masterKeyId: string;
  wrappedKey: Buffer;
}

/** An entry of the erasure list. */
export interface Erasure {
  personId: string;
  /** HMAC of the receipt's number. */
  receiptIndex: Buffer;
  erasedAt: Date;
}

/** Opens the key store as the application's login there. Close it with `close()`. */
export function openKeyStore(config: PoolConfig & ClientConfig) {
  const pool = openKeysPool(config);
  return {
    /** Keeps a new person's key. False when another master key is in use by now: wrap again. */
    async put(personId: string, { masterKeyId, wrappedKey }: WrappedKey, at: Date): Promise<boolean> {
      try {
        await pool.query(
          'INSERT INTO person_key (person_id, master_key_id, wrapped_key, created_at) VALUES ($1, $2, $3, $4)',
          [personId, masterKeyId, wrappedKey, at],
        );
        return true;
      } catch (error) {
        if (codeOfPg(error) === REFUSED.otherMasterKey) return false;
        throw error;
      }
    },

    /** The wrapped keys of these people, as far as they exist. */
    async find(personIds: readonly string[]): Promise<Map<string, WrappedKey>> {
      const { rows } = await pool.query<{ person_id: string; master_key_id: string; wrapped_key: Buffer }>(
        'SELECT person_id, master_key_id, wrapped_key FROM person_key WHERE person_id = ANY ($1::uuid[])',
        [personIds],
      );
      return new Map(
        rows.map((row) => [row.person_id, { masterKeyId: row.master_key_id, wrappedKey: row.wrapped_key }]),
      );
    },

    /**
     * Destroys a person's key and puts them on the erasure list, both or neither. Answers what the list says of this
     * receipt: the first entry stays, however often it is repeated.
     */
    async destroy({ personId, receiptIndex, erasedAt }: Erasure): Promise<Date> {
      await pool.query(
        `WITH gone AS (DELETE FROM person_key WHERE person_id = $1)
         INSERT INTO erased_person (person_id, receipt_index, erased_at) VALUES ($1, $2, $3)
         ON CONFLICT (receipt_index) DO NOTHING`,
        [personId, receiptIndex, erasedAt],
      );
      const { rows } = await pool.query<{ erased_at: Date }>(
        'SELECT erased_at FROM erased_person WHERE receipt_index = $1',
        [receiptIndex],
      );
      return rows[0]?.erased_at ?? erasedAt;
    },

    /** The erasure list in order of ids, a page at a time. */
    async listErased({ after, limit }: { after?: string | undefined; limit: number }): Promise<string[]> {
      const { rows } = await pool.query<{ person_id: string }>(
        'SELECT DISTINCT person_id FROM erased_person WHERE $1::uuid IS NULL OR person_id > $1 ORDER BY person_id LIMIT $2',
        [after ?? null, limit],
      );
      return rows.map((row) => row.person_id);
    },

    /** When the erasure with this receipt was carried out. */
    async findErasure(receiptIndex: Buffer): Promise<Date | undefined> {
      const { rows } = await pool.query<{ erased_at: Date }>(
        'SELECT erased_at FROM erased_person WHERE receipt_index = $1',
        [receiptIndex],
      );
      return rows[0]?.erased_at;
    },

    async isReachable(): Promise<boolean> {
      return pool.query('SELECT 1').then(
        () => true,
        () => false,
      );
    },

    ...openKeyRotation(pool),
    close: () => pool.end(),
  };
}
