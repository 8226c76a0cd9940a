import { MarkAttendance } from '@homeward/contracts/booking';
import { sql } from 'kysely';
import { actingAs, command, Failure } from '../kernel/index.ts';
import { mayMark, mayUndo } from './attendance-rules.ts';
import { appointmentNotFound } from './read-my-appointment.ts';
import { refuseOverlap } from './refuse-booking.ts';

/**
 * Says whether an appointment that has begun took place, or takes that back within a day. It counts for nothing: no limit,
 * no word to the person. Said twice, it is said once. Throws `not-found`, or `conflict` before it begins or later than a day.
 */
export const markAttendance = command({
  action: 'appointment.mark-attendance',
  scope: 'agenda:own',
  input: MarkAttendance,
  run: async (tx, { id, status }) => {
    const row = await tx.db
      .selectFrom('appointment')
      .where('id', '=', id)
      .where('counsellor_id', '=', actingAs(tx.actor, 'counsellor').staffId)
      .select(['status', 'changed_at', sql<Date>`lower(period)`.as('starts_at')])
      .forUpdate()
      .executeTakeFirst();
    if (!row) throw appointmentNotFound();
    if (row.status === status) return { id };
    const now = tx.clock.now();
    const may = status === 'booked' ? mayUndo(row, now) : mayMark(row, now) || mayUndo(row, now);
    if (!may) throw new Failure('conflict', 'this appointment cannot be marked so now');
    // Over in any case: a time that has passed stands in nobody's way.
    await tx.db
      .updateTable('appointment')
      .set({ status })
      .where('id', '=', id)
      .execute()
      .catch(refuseOverlap);
    return { id };
  },
  subject: ({ id }) => id,
});
