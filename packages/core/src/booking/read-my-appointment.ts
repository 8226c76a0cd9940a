import type { MyAppointment } from '@homeward/contracts/booking';
import { actingAs, Failure, type Tx } from '../kernel/index.ts';
import { presentRoom } from '../meeting/index.ts';
import { findPersonKeys } from '../vault/index.ts';
import { presentAppointmentForPerson } from './present-appointment-for-person.ts';
import { type MyAppointmentRow, selectMyAppointments } from './select-my-appointments.ts';

/** One of the signed-in person's appointments. Throws `not-found`, the same for another's and for none. */
export async function readMyAppointment(tx: Tx, id: string): Promise<MyAppointment> {
  const row = await selectMyAppointments(tx).where('appointment.id', '=', id).executeTakeFirst();
  const [appointment] = await presentMyAppointments(tx, row ? [row] : []);
  if (appointment) return appointment;
  throw appointmentNotFound();
}

export async function presentMyAppointments(
  tx: Tx,
  rows: readonly MyAppointmentRow[],
): Promise<MyAppointment[]> {
  const { personId, confirmed } = actingAs(tx.actor, 'person');
  const isSealed = rows.some((row) => (row.call_me_sealed ?? row.reach_sealed) !== null);
  const key = isSealed ? (await findPersonKeys(tx, [personId])).get(personId) : undefined;
  return rows.map((row) => ({
    ...presentAppointmentForPerson(row, { key, now: tx.clock.now(), confirmed }),
    videoRoom: presentRoom(tx, row),
  }));
}

/** One answer for every appointment that is not the caller's, so that an id tells nothing. */
export function appointmentNotFound(): Failure {
  return new Failure('not-found', 'there is no such appointment');
}
