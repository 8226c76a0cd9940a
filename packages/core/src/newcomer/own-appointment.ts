import { actingAs, Failure, type Tx } from '../kernel/index.ts';

/** The person of one of the counsellor's appointments that took place or will. Throws `not-found`, also for a colleague's and a cancelled one. */
export async function getPersonOfAppointment(tx: Tx, appointmentId: string): Promise<string> {
  const appointment = await tx.db
    .selectFrom('appointment')
    .select('person_id')
    .where('id', '=', appointmentId)
    .where('counsellor_id', '=', actingAs(tx.actor, 'counsellor').staffId)
    .where('status', 'in', ['booked', 'fulfilled'])
    .executeTakeFirst();
  // Without a person: erased.
  if (!appointment?.person_id) throw new Failure('not-found', 'there is no such appointment');
  return appointment.person_id;
}
