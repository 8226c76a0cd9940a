import type { Tx } from '../kernel/index.ts';
import { seal, unseal } from '../vault/index.ts';

const placeOf = (appointmentId: string) => ({
  table: 'appointment',
  column: 'call_me_sealed',
  row: appointmentId,
});

/** What the person wants to be called, under their key. */
export function sealCallMe(tx: Tx, key: Buffer, appointmentId: string, callMe: string): Buffer {
  return seal(tx.random, key, placeOf(appointmentId), callMe);
}

/** Reads it again; null when the person said nothing, or their key is gone. */
export function unsealCallMe(
  key: Buffer | undefined,
  row: { id: string; call_me_sealed: Buffer | null },
): string | null {
  return key && row.call_me_sealed ? unseal(key, placeOf(row.id), row.call_me_sealed).toString('utf8') : null;
}
