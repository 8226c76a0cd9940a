import { sql } from 'kysely';
import { shortenAssignment } from '../assignment/index.ts';
import { newId, type Tx } from '../kernel/index.ts';

/**
 * Gives back every appointment to come of a counsellor who leaves; each person sees it on their page, and is looked after no
 * longer than the rest asks for: who comes back sees nobody by an appointment that never was. Ask under the system's view.
 */
export async function cancelAllOfCounsellor(tx: Tx, counsellorId: string): Promise<void> {
  const now = new Date(tx.clock.now());
  const rows = await tx.db
    .updateTable('appointment')
    .set({ status: 'cancelled', cancelled_at: now, cancelled_by: 'organisation', hold_expires_at: null })
    .where('counsellor_id', '=', counsellorId)
    .where('status', 'in', ['held', 'requested', 'booked'])
    .where(sql<boolean>`lower(period) > ${now}`)
    .returning(['id', 'organisation_id', 'person_id'])
    .execute();
  const people = new Set(rows.map((row) => row.person_id).filter((id) => id !== null));
  for (const personId of people) await shortenAssignment(tx, { personId, staffId: counsellorId });
  for (const { id, organisation_id: organisationId } of rows)
    await tx.emit({
      id: newId(tx),
      type: 'appointment.cancelled',
      by: 'system',
      organisationId,
      appointmentId: id,
      staffId: counsellorId,
    });
}
