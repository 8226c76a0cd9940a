import { MakeCalendarFile } from '@homeward/contracts/calendar';
import { sql } from 'kysely';
import { actingAs, Failure, query } from '../kernel/index.ts';
import { writeCalendar } from './write-calendar.ts';

/**
 * A calendar file of one of the signed-in person's appointments: when, and a word of their own. Nothing of it is kept here,
 * and nothing in it says with whom, how, where or from where. Throws `not-found`, also for what is not booked.
 */
export const makeCalendarFile = query({
  action: 'calendar-file.make',
  scope: 'appointments:own',
  input: MakeCalendarFile,
  run: async (tx, { appointmentId, word, alarmMinutes }): Promise<string> => {
    const row = await tx.db
      .selectFrom('appointment')
      .where('id', '=', appointmentId)
      .where('person_id', '=', actingAs(tx.actor, 'person').personId)
      .where('status', 'in', ['requested', 'booked', 'cancelled'])
      // Taken again after the appointment was given back, the file takes it out of the calendar.
      .where((eb) => eb.or([eb('status', '<>', 'cancelled'), eb('sequence', '>', 0)]))
      .select([
        'calendar_uid as uid',
        'sequence',
        'status',
        sql<Date>`coalesce(changed_at, created_at)`.as('changedAt'),
        sql<Date>`lower(period)`.as('startsAt'),
        sql<Date>`upper(period)`.as('endsAt'),
      ])
      .executeTakeFirst();
    if (!row) throw new Failure('not-found', 'there is no such appointment');
    const { status, ...entry } = row;
    const isCancelled = status === 'cancelled';
    return writeCalendar([
      {
        ...entry,
        status: isCancelled ? 'CANCELLED' : status === 'requested' ? 'TENTATIVE' : 'CONFIRMED',
        summary: word,
        isPrivate: true,
        alarmMinutes: isCancelled ? undefined : alarmMinutes,
      },
    ]);
  },
});
