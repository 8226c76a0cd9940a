import { sql } from 'kysely';
import { actingAs, Failure, type Tx } from '../kernel/index.ts';
import { appointmentNotFound } from './read-my-appointment.ts';

/**
 * An appointment of the signed-in counsellor with one person whom they still look after: what another one with the same
 * person goes by. Throws `not-found`, or `conflict` when they look after them no longer.
 */
export async function getEarlierAppointment(tx: Tx, id: string) {
  const { staffId } = actingAs(tx.actor, 'counsellor');
  const row = await tx.db
    .selectFrom('appointment')
    .innerJoin('counsellor', 'counsellor.id', 'appointment.counsellor_id')
    .where('appointment.id', '=', id)
    .where('appointment.counsellor_id', '=', staffId)
    .where('appointment.status', '<>', 'held')
    .where('appointment.kind', '<>', 'group')
    .select([
      'appointment.id',
      'appointment.person_id',
      'appointment.person_zone',
      'appointment.modality',
      'appointment.language',
      'appointment.interpreter_language',
      'appointment.call_me_sealed',
      'appointment.status',
      'counsellor.languages',
      sql<Date>`lower(appointment.period)`.as('starts_at'),
      sql<boolean>`is_assigned(appointment.person_id)`.as('is_looked_after'),
    ])
    .executeTakeFirst();
  if (!row || row.person_id === null) throw appointmentNotFound();
  if (!row.is_looked_after) throw new Failure('conflict', 'this person is looked after no longer');
  return { ...row, person_id: row.person_id, staffId };
}
