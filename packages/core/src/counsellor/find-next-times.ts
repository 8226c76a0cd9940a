import type { Modality } from '@homeward/contracts/counsellor';
import type { Tx } from '../kernel/index.ts';
import { findSoonest } from './find-soonest.ts';
import type { OfferedSlot } from './offered-slots.ts';
import type { CounsellorRow } from './select-counsellors.ts';

/** Those of the counsellors who have a free time in the wished way, soonest first, the first `limit` of them. */
export async function findNextTimes(
  tx: Tx,
  rows: readonly CounsellorRow[],
  { modality, limit }: { modality: Modality | undefined; limit: number },
): Promise<{ row: CounsellorRow; slot: OfferedSlot }[]> {
  if (modality === undefined) return findSoonest(tx, rows, limit);
  // Whoever met in this way only would have these times, and no others.
  const inThatWay = rows.map((row) => ({ ...row, modalities: [modality] }));
  const whole = new Map(rows.map((row) => [row.id, row]));
  const found = await findSoonest(tx, inThatWay, limit);
  return found.map(({ row, slot }) => ({ row: whole.get(row.id) ?? row, slot }));
}
