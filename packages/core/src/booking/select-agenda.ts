import { sql } from 'kysely';
import { actingAs, type Tx } from '../kernel/index.ts';

/** The signed-in counsellor's appointments, without anything that the person did not give. */
export function selectAgenda(tx: Tx) {
  const { staffId } = actingAs(tx.actor, 'counsellor');
  return (
    tx.db
      .selectFrom('appointment')
      .where('appointment.counsellor_id', '=', staffId)
      .where('appointment.status', '<>', 'held')
      // A seat is part of its group.
      .where('appointment.kind', '<>', 'seat')
      .select((eb) => [
        'appointment.id',
        'appointment.reference',
        'appointment.status',
        'appointment.modality',
        'appointment.language',
        'appointment.call_me_sealed',
        'appointment.reach_sealed',
        'appointment.interpreter_language',
        'appointment.brings_companion',
        'appointment.who_calls',
        'appointment.person_id',
        'appointment.kind',
        'appointment.seats',
        'appointment.urgent_reason',
        'appointment.changed_at',
        sql<Date>`lower(appointment.period)`.as('starts_at'),
        sql<Date>`upper(appointment.period)`.as('ends_at'),
        eb
          .exists(
            eb
              .selectFrom('notice')
              // Of a group, also what became of its seats.
              .where(
                sql<boolean>`(notice.appointment_id = appointment.id OR (appointment.kind = 'group' AND notice.appointment_id
                  IN (SELECT seat.id FROM appointment seat WHERE seat.group_id = appointment.id)))`,
              )
              .where('notice.staff_id', '=', staffId)
              .where('notice.seen_at', 'is', null)
              .select('notice.event_id'),
          )
          .as('is_new'),
        sql<number>`CASE WHEN appointment.kind = 'group' THEN (SELECT count(*)::int FROM appointment seat
        WHERE seat.group_id = appointment.id AND seat.status IN ('requested', 'booked', 'fulfilled', 'noshow')) ELSE 0 END`.as(
          'taken',
        ),
      ])
  );
}

export type AgendaRow = Awaited<ReturnType<ReturnType<typeof selectAgenda>['executeTakeFirstOrThrow']>>;
