import { sql } from 'kysely';
import type { Tx } from '../kernel/index.ts';
import { AFTER_APPOINTMENT_MS } from './extend-assignment.ts';

/** After an appointment was given back: what is left of the others decides how long this counsellor looks after the person. */
export async function shortenAssignment(
  tx: Tx,
  { personId, staffId }: { personId: string; staffId: string },
): Promise<void> {
  const now = new Date(tx.clock.now());
  await tx.db
    .updateTable('care_assignment')
    .set({
      until: sql<Date>`greatest(since, ${now}, (SELECT max(upper(a.period)) FROM appointment a
        WHERE a.person_id = care_assignment.person_id AND a.counsellor_id = care_assignment.staff_id
          AND a.status NOT IN ('held', 'cancelled')) + ${`${AFTER_APPOINTMENT_MS} milliseconds`}::interval)`,
    })
    .where('person_id', '=', personId)
    .where('staff_id', '=', staffId)
    .where('kind', '=', 'appointment')
    .where('ended_at', 'is', null)
    .where('until', '>', now)
    .execute();
}
