import type { Pool } from 'pg';
import { codeOfPg, inKeysTransaction, REFUSED } from './pool.ts';

/** The master key in use, by name, and a value that only it unwraps. */
export interface MasterKeyMark {
  id: string;
  checkValue: Buffer;
}

/** A person's key with the bytes it had when it was read. */
export interface StoredKey {
  personId: string;
  masterKeyId: string;
  wrappedKey: Buffer;
}

/** The key store as a rotation of the master key needs it. */
export function openKeyRotation(pool: Pool) {
  return {
    /** The master key in use; undefined in a key store that was never started. */
    async findMasterKey(): Promise<MasterKeyMark | undefined> {
      const { rows } = await pool.query<{ id: string; check_value: Buffer }>(
        'SELECT current_id AS id, check_value FROM master_key',
      );
      return rows[0] && { id: rows[0].id, checkValue: rows[0].check_value };
    },

    /** Names the first master key, unless another start was faster. */
    async nameFirstMasterKey({ id, checkValue }: MasterKeyMark, at: Date): Promise<void> {
      await pool.query(
        'INSERT INTO master_key (current_id, check_value, changed_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
        [id, checkValue, at],
      );
    },

    /**
     * Runs while nobody else rotates and no new key comes in. What `run` answers becomes the master key in use;
     * undefined leaves it. The lock goes with the connection, so a process that is killed holds nobody up.
     */
    async changeMasterKey(
      run: (
        current: string,
        countUnder: (id: string) => Promise<number>,
      ) => Promise<MasterKeyMark | undefined>,
      at: Date,
    ): Promise<void> {
      await inKeysTransaction(pool, async (client) => {
        const { rows } = await client.query<{ id: string }>(
          'SELECT current_id AS id FROM master_key FOR UPDATE',
        );
        if (rows[0] === undefined) throw new Error('the key store names no master key');
        const next = await run(rows[0].id, async (id) => {
          const counted = await client.query<{ n: number }>(
            'SELECT count(*)::integer AS n FROM person_key WHERE master_key_id = $1',
            [id],
          );
          return counted.rows[0]?.n ?? 0;
        });
        if (next === undefined) return;
        await client.query('UPDATE master_key SET current_id = $1, check_value = $2, changed_at = $3', [
          next.id,
          next.checkValue,
          at,
        ]);
      });
    },

    /** Some of the keys that are wrapped by another master key than this one. */
    async listKeysNotUnder(masterKeyId: string, limit: number): Promise<StoredKey[]> {
      const { rows } = await pool.query<{ person_id: string; master_key_id: string; wrapped_key: Buffer }>(
        `SELECT person_id, master_key_id, wrapped_key FROM person_key WHERE master_key_id <> $1 ORDER BY person_id LIMIT $2`,
        [masterKeyId, limit],
      );
      return rows.map((row) => ({
        personId: row.person_id,
        masterKeyId: row.master_key_id,
        wrappedKey: row.wrapped_key,
      }));
    },

    /** Replaces a key that still has the bytes it was read with. False when this master key is no longer the one in use. */
    async rewrap(
      { personId, wrappedKey }: StoredKey,
      next: { masterKeyId: string; wrappedKey: Buffer },
    ): Promise<boolean> {
      try {
        await pool.query(
          'UPDATE person_key SET master_key_id = $1, wrapped_key = $2 WHERE person_id = $3 AND wrapped_key = $4',
          [next.masterKeyId, next.wrappedKey, personId, wrappedKey],
        );
        return true;
      } catch (error) {
        if (codeOfPg(error) === REFUSED.otherMasterKey) return false;
        throw error;
      }
    },

    /** One key of each master key that any is wrapped by. */
    async listSamples(): Promise<StoredKey[]> {
      const { rows } = await pool.query<{ person_id: string; master_key_id: string; wrapped_key: Buffer }>(
        'SELECT DISTINCT ON (master_key_id) master_key_id, person_id, wrapped_key FROM person_key ORDER BY master_key_id, person_id',
      );
      return rows.map((row) => ({
        personId: row.person_id,
        masterKeyId: row.master_key_id,
        wrappedKey: row.wrapped_key,
      }));
    },
  };
}
