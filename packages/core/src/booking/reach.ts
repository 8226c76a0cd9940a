import type { Tx } from '../kernel/index.ts';
import { seal, unseal } from '../vault/index.ts';

const placeOf = (appointmentId: string) => ({
  table: 'appointment',
  column: 'reach_sealed',
  row: appointmentId,
});

/** The number or name by which the person is to be reached for this appointment, under their key. */
export function sealReach(tx: Tx, key: Buffer, appointmentId: string, reach: string): Buffer {
  return seal(tx.random, key, placeOf(appointmentId), reach);
}

/** Reads it again; null when the person said nothing, or their key is gone. */
export function unsealReach(
  key: Buffer | undefined,
  row: { id: string; reach_sealed: Buffer | null },
): string | null {
  return key && row.reach_sealed ? unseal(key, placeOf(row.id), row.reach_sealed).toString('utf8') : null;
}
