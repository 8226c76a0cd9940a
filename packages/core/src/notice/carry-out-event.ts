import { PersonNoticeKind, StaffNoticeKind } from '@homeward/contracts/notice';
import { z } from 'zod';
import { command, type OutboxEvent, type Tx } from '../kernel/index.ts';
import { tellPerson } from './tell-person.ts';
import { tellStaff } from './tell-staff.ts';
import { whoHears } from './who-hears.ts';

const ids = { id: z.uuid(), organisationId: z.uuid() };

/** An outbox event as the worker receives it. */
const Event = z.discriminatedUnion('type', [
  z.object({
    ...ids,
    type: z.enum([
      'appointment.booked',
      'appointment.requested',
      'appointment.confirmed',
      'appointment.declined',
      'appointment.moved',
      'appointment.cancelled',
    ]),
    // Left out by servers of before, which knew of no other.
    by: z.enum(['person', 'staff', 'system']).default('person'),
    byStaffId: z.uuid().exactOptional(),
    appointmentId: z.uuid(),
    staffId: z.uuid(),
  }),
  z.object({
    ...ids,
    type: z.literal('person.told'),
    kind: PersonNoticeKind,
    personId: z.uuid(),
    subjectId: z.uuid(),
  }),
  z.object({
    ...ids,
    type: z.literal('staff.told'),
    kind: StaffNoticeKind,
    staffId: z.uuid(),
    appointmentId: z.uuid().nullable(),
  }),
]) satisfies z.ZodType<OutboxEvent>;

/**
 * Carries an event to everything that it brings about, all of it or nothing. The same event, however often it comes, takes
 * effect once; one of an appointment that is gone since, with the person whose it was, is told to nobody.
 */
export const carryOutEvent = command({
  action: 'event.carry-out',
  scope: 'notices:create',
  input: Event,
  run: async (tx, event): Promise<string | undefined> => {
    if (event.type === 'person.told') {
      await tellPerson(tx, { ...event, about: { subjectId: event.subjectId } });
      return event.subjectId;
    }
    const { appointmentId } = event;
    const appointment = appointmentId === null ? undefined : await findAppointment(tx, appointmentId);
    if (appointmentId !== null && appointment === undefined) return appointmentId;
    if (event.type === 'staff.told') {
      await tellStaff(tx, event);
      return appointmentId ?? undefined;
    }
    const kinds = whoHears(event);
    if (kinds.staff !== null) await tellStaff(tx, { ...event, kind: kinds.staff });
    const personId = appointment?.person_id ?? null;
    if (kinds.person !== null && personId !== null)
      await tellPerson(tx, {
        ...event,
        kind: kinds.person,
        personId,
        about: { appointmentId: event.appointmentId },
      });
    return appointmentId ?? undefined;
  },
  subject: (subjectId) => subjectId,
});

const findAppointment = (tx: Tx, id: string) =>
  tx.db.selectFrom('appointment').select('person_id').where('id', '=', id).executeTakeFirst();
