import { actingAs, Failure, type Tx } from '../kernel/index.ts';
import { findPersonKeys } from '../vault/index.ts';

/**
 * The person of one of the counsellor's appointments, and their key. Throws `not-found`, the same for a colleague's, for a
 * time that is only held, and for a person whom this counsellor does not look after any more.
 */
export async function getNotable(tx: Tx, appointmentId: string): Promise<{ personId: string; key: Buffer }> {
  const appointment = await tx.db
    .selectFrom('appointment')
    .where('id', '=', appointmentId)
    .where('counsellor_id', '=', actingAs(tx.actor, 'counsellor').staffId)
    .where('status', '<>', 'held')
    .select('person_id')
    .executeTakeFirst();
  const personId = appointment?.person_id;
  const key = personId ? (await findPersonKeys(tx, [personId])).get(personId) : undefined;
  if (!personId || !key) throw new Failure('not-found', 'there is no such appointment');
  return { personId, key };
}
