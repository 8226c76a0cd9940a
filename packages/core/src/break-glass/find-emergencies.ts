import type { BreakGlassReason } from '@homeward/contracts/break-glass';
import { actingAs, type Tx } from '../kernel/index.ts';
import { findPersonKeys } from '../vault/index.ts';
import { unsealNote } from './note.ts';

/** One time that what the acting person wrote was opened in an emergency. */
export interface Emergency {
  staffId: string;
  at: Date;
  until: Date;
  reason: BreakGlassReason;
  note: string | null;
}

/** The acting person's, the newest first. */
export async function findEmergencies(tx: Tx): Promise<Emergency[]> {
  const { personId } = actingAs(tx.actor, 'person');
  const rows = await tx.db
    .selectFrom('break_glass')
    .where('person_id', '=', personId)
    .select(['id', 'staff_id', 'at', 'until', 'reason', 'note_sealed'])
    .orderBy('id', 'desc')
    .execute();
  const key = rows.length === 0 ? undefined : (await findPersonKeys(tx, [personId])).get(personId);
  return rows.map((row) => ({
    staffId: row.staff_id,
    at: row.at,
    until: row.until,
    reason: row.reason,
    note: key === undefined ? null : unsealNote(key, row),
  }));
}
