import { sql } from 'kysely';
import { actingAs, type Tx } from '../kernel/index.ts';

/** The signed-in counsellor's appointments, without anything that the person did not give. */
export function selectAgenda(tx: Tx) {
  const { staffId } = actingAs(tx.actor, 'counsellor');
  return tx.db
    .selectFrom('appointment')
    .where('appointment.counsellor_id', '=', staffId)
    .where('appointment.status', '<>', 'held')
    .select((eb) => [
      'appointment.id',
      'appointment.reference',
      'appointment.status',
      'appointment.modality',
      'appointment.language',
      'appointment.call_me_sealed',
      'appointment.person_id',
      sql<Date>`lower(appointment.period)`.as('starts_at'),
      sql<Date>`upper(appointment.period)`.as('ends_at'),
      eb
        .exists(
          eb
            .selectFrom('notice')
            .whereRef('notice.appointment_id', '=', 'appointment.id')
            .where('notice.staff_id', '=', staffId)
            .where('notice.seen_at', 'is', null)
            .select('notice.event_id'),
        )
        .as('is_new'),
    ]);
}

export type AgendaRow = Awaited<ReturnType<ReturnType<typeof selectAgenda>['executeTakeFirstOrThrow']>>;
