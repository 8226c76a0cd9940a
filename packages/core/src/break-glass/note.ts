import type { Tx } from '../kernel/index.ts';
import { seal, unseal } from '../vault/index.ts';

const placeOf = (id: string) => ({ table: 'break_glass', column: 'note_sealed', row: id });

/** Why somebody opened what a person wrote, under that person's key: it is theirs to read. */
export function sealNote(tx: Tx, key: Buffer, id: string, note: string): Buffer {
  return seal(tx.random, key, placeOf(id), note);
}

/** Reads it again. */
export function unsealNote(key: Buffer, { id, note_sealed }: { id: string; note_sealed: Buffer }): string {
  return unseal(key, placeOf(id), note_sealed).toString('utf8');
}
