import { z } from 'zod';
import { command } from '../kernel/index.ts';

const EVENTS = {
  'appointment.booked': 'appointment-booked',
  'appointment.cancelled': 'appointment-cancelled',
} as const;

/** An outbox event as the worker receives it. */
const RecordNotice = z.object({
  id: z.uuid(),
  type: z.enum(['appointment.booked', 'appointment.cancelled']),
  organisationId: z.uuid(),
  appointmentId: z.uuid(),
  staffId: z.uuid(),
});

/**
 * Tells a counsellor what is new with an appointment. The same event, however often it comes, is told once; one of an
 * appointment that is gone since, with the person whose it was, is told to nobody.
 */
export const recordNotice = command({
  action: 'notice.record',
  scope: 'notices:create',
  input: RecordNotice,
  run: async (tx, event) => {
    const exists = await tx.db
      .selectFrom('appointment')
      .select('id')
      .where('id', '=', event.appointmentId)
      .executeTakeFirst();
    if (exists === undefined) return event.appointmentId;
    await tx.db
      .insertInto('notice')
      .values({
        event_id: event.id,
        organisation_id: event.organisationId,
        staff_id: event.staffId,
        kind: EVENTS[event.type],
        appointment_id: event.appointmentId,
        created_at: new Date(tx.clock.now()),
      })
      .onConflict((conflict) => conflict.column('event_id').doNothing())
      .execute();
    return event.appointmentId;
  },
  subject: (appointmentId) => appointmentId,
});
