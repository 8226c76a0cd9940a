import { sql } from 'kysely';
import { actingAs, Failure, type Tx } from '../kernel/index.ts';

/** The person of one of the counsellor's appointments, whom they look after now. Throws `not-found` for every other id alike. */
export async function getOwnPerson(tx: Tx, appointmentId: string): Promise<string> {
  const row = await tx.db
    .selectFrom('appointment')
    .where('id', '=', appointmentId)
    .where('counsellor_id', '=', actingAs(tx.actor, 'counsellor').staffId)
    .where('status', '<>', 'held')
    .where(sql<boolean>`is_assigned(person_id)`)
    .select('person_id')
    .executeTakeFirst();
  if (!row?.person_id) throw new Failure('not-found', 'there is no such appointment');
  return row.person_id;
}
