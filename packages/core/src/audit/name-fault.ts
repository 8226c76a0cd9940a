import type { DB } from '@homeward/db';
import type { Kysely } from 'kysely';
import { type ChainEntry, hashEntry } from './hash-entry.ts';
import { readChain } from './read-chain.ts';

/** What is wrong with a row whose hash is not the one that its place asks for. */
export type WrongRow = 'changed' | 'out-of-order' | 'inserted';

/**
 * Looks for the row that belongs here. None: this one was changed. Found further on, and this one belongs there or
 * right behind it: they changed places. Found, and this one belongs nowhere: it was put in.
 */
export async function nameFault(
  db: Kysely<DB>,
  { previous, seq, row }: { previous: Buffer; seq: number; row: ChainEntry },
): Promise<WrongRow> {
  let before: Buffer = previous;
  for await (const other of readChain(db, seq - 1)) {
    if (other.id !== row.id) {
      const belongsHere = hashEntry(previous, seq, other);
      if (belongsHere.equals(other.hash) || belongsHere.equals(row.hash)) {
        const places: [Buffer, number][] = [
          [before, other.seq],
          [belongsHere, other.seq],
          [belongsHere, seq + 1],
        ];
        const hasPlace = places.some(([hash, place]) => {
          const there = hashEntry(hash, place, row);
          return there.equals(row.hash) || there.equals(other.hash);
        });
        return hasPlace ? 'out-of-order' : 'inserted';
      }
    }
    before = other.hash;
  }
  return 'changed';
}
