import { sql } from 'kysely';
import { actingAs, type Tx } from '../kernel/index.ts';

/** The signed-in person's appointments, with what they may know of each. */
export function selectMyAppointments(tx: Tx) {
  const { personId } = actingAs(tx.actor, 'person');
  return (
    tx.db
      .selectFrom('appointment')
      .innerJoin('counsellor', 'counsellor.id', 'appointment.counsellor_id')
      .innerJoin('organisation', 'organisation.id', 'appointment.organisation_id')
      // A policy shows how to meet only while an appointment of that kind is booked.
      .leftJoin('meeting_detail', (join) =>
        join
          .onRef('meeting_detail.counsellor_id', '=', 'appointment.counsellor_id')
          .onRef('meeting_detail.modality', '=', 'appointment.modality'),
      )
      .leftJoin('place', 'place.id', 'appointment.place_id')
      // A policy shows the address only to whom somebody here knows, while an appointment there is booked.
      .leftJoin('place_detail', 'place_detail.place_id', 'appointment.place_id')
      .leftJoin('group_session', 'group_session.appointment_id', 'appointment.group_id')
      .where('appointment.person_id', '=', personId)
      .select([
        'appointment.id',
        'appointment.status',
        'appointment.cancelled_by',
        'appointment.person_zone',
        'appointment.modality',
        'appointment.language',
        'appointment.call_me_sealed',
        'appointment.reach_sealed',
        'appointment.interpreter_language',
        'appointment.brings_companion',
        'appointment.who_calls',
        'appointment.decline_reason',
        'appointment.kind',
        'appointment.series_id',
        'appointment.group_id',
        'group_session.texts as group_texts',
        'appointment.counsellor_id',
        'counsellor.alias',
        'organisation.name as organisation_name',
        'meeting_detail.details',
        'appointment.place_id',
        'place.area as place_area',
        'place_detail.address as place_address',
        sql<Date>`lower(appointment.period)`.as('starts_at'),
        sql<Date>`upper(appointment.period)`.as('ends_at'),
      ])
  );
}

export type MyAppointmentRow = Awaited<
  ReturnType<ReturnType<typeof selectMyAppointments>['executeTakeFirstOrThrow']>
>;
