import { shortenAssignment } from '../assignment/index.ts';
import { actingAs, type Tx } from '../kernel/index.ts';
import { tellOf } from './tell-of.ts';

/** Makes an appointment of the signed-in person free again: the time is, its counsellor hears of it, and looks after the person no longer than the rest asks for. */
export async function giveBack(
  tx: Tx,
  row: { id: string; organisation_id: string; counsellor_id: string },
): Promise<void> {
  const { personId } = actingAs(tx.actor, 'person');
  await tx.db
    .updateTable('appointment')
    .set({
      status: 'cancelled',
      cancelled_at: new Date(tx.clock.now()),
      cancelled_by: 'person',
      hold_expires_at: null,
    })
    .where('id', '=', row.id)
    .execute();
  await shortenAssignment(tx, { personId, staffId: row.counsellor_id });
  await tellOf(tx, 'appointment.cancelled', row);
}
