import { shortenAssignment } from '../assignment/index.ts';
import { tellOf } from '../booking/index.ts';
import { asSystem, type Tx } from '../kernel/index.ts';

interface CalledOff {
  id: string;
  organisation_id: string;
  counsellor_id: string;
  person_id: string | null;
}

/** These do not take place: their counsellor says so. Who had a seat is told, and looked after no longer than the rest asks for. */
export async function callOff(tx: Tx, rows: readonly CalledOff[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.db
    .updateTable('appointment')
    .set({
      status: 'cancelled',
      cancelled_at: new Date(tx.clock.now()),
      cancelled_by: 'organisation',
      hold_expires_at: null,
    })
    .where(
      'id',
      'in',
      rows.map(({ id }) => id),
    )
    .execute();
  for (const { person_id: personId, counsellor_id: staffId } of rows)
    if (personId !== null)
      await asSystem(tx, (db) => shortenAssignment({ ...tx, db }, { personId, staffId }));
  for (const row of rows) await tellOf(tx, 'appointment.cancelled', row);
}
