import type { ReminderLead } from '@homeward/contracts/reminder';
import { sql } from 'kysely';
import { type Context, inTransaction, newId, SYSTEM } from '../kernel/index.ts';
import { isReminderDue, LONGEST_LEAD_MS } from './reminder-rules.ts';

/** What who has a safe contact and chose nothing gets. */
export const UNCHOSEN: readonly ReminderLead[] = ['day'];

/**
 * Makes the reminders whose time has come, out of the appointments as they are now: so they move with an appointment and end
 * with it. One for each version of an appointment and each time before it, however many workers look. Answers how many are new.
 */
export async function planDueReminders(context: Omit<Context, 'actor'>): Promise<number> {
  return inTransaction({ ...context, actor: SYSTEM }, 'read write', async (tx) => {
    const now = tx.clock.now();
    const ahead = await tx.db
      .selectFrom('appointment')
      .innerJoin('safe_contact', 'safe_contact.person_id', 'appointment.person_id')
      .leftJoin('reminder_choice', 'reminder_choice.person_id', 'appointment.person_id')
      .where('appointment.status', '=', 'booked')
      .where((eb) => eb.or([eb('details_sealed', 'is not', null), eb('next_sealed', 'is not', null)]))
      .where(sql<boolean>`lower(appointment.period) > ${new Date(now)}`)
      .where(sql<boolean>`lower(appointment.period) <= ${new Date(now + LONGEST_LEAD_MS)}`)
      .select([
        'appointment.id',
        'appointment.organisation_id',
        'safe_contact.person_id',
        'appointment.sequence',
        'appointment.person_zone as zone',
        'appointment.created_at',
        'appointment.changed_at as changed_at',
        'reminder_choice.leads',
        sql<Date>`lower(appointment.period)`.as('starts_at'),
      ])
      .execute();
    const due = ahead.flatMap((row) =>
      (row.leads ?? UNCHOSEN)
        .filter((lead) =>
          isReminderDue(
            {
              startsAt: row.starts_at.getTime(),
              zone: row.zone,
              versionAt: (row.changed_at ?? row.created_at).getTime(),
            },
            lead,
            now,
          ),
        )
        .map((lead) => ({
          event_id: newId(tx),
          organisation_id: row.organisation_id,
          person_id: row.person_id,
          kind: 'reminder',
          appointment_id: row.id,
          lead,
          sequence: row.sequence,
          next_at: new Date(now),
          created_at: new Date(now),
        })),
    );
    if (due.length === 0) return 0;
    const made = await tx.db
      .insertInto('message')
      .values(due)
      .onConflict((conflict) => conflict.doNothing())
      .returning('event_id')
      .execute();
    return made.length;
  });
}
