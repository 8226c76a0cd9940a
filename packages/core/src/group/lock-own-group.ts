import { sql } from 'kysely';
import { lockCounsellor } from '../counsellor/index.ts';
import { actingAs, Failure, type Tx } from '../kernel/index.ts';

/** One answer for every group that is not there to be seen. */
export const groupNotFound = (): Failure => new Failure('not-found', 'there is no such group');

/**
 * A group of the signed-in counsellor, with their row locked: nobody joins meanwhile. Throws `not-found`, and
 * `too-late-to-cancel` once it has begun.
 */
export async function lockOwnGroup(tx: Tx, id: string) {
  const { staffId } = actingAs(tx.actor, 'counsellor');
  const host = await lockCounsellor(tx, staffId);
  const row = await tx.db
    .selectFrom('appointment')
    .innerJoin('group_session', 'group_session.appointment_id', 'appointment.id')
    .where('appointment.id', '=', id)
    .where('appointment.counsellor_id', '=', staffId)
    .select([
      'appointment.id',
      'appointment.organisation_id',
      'appointment.counsellor_id',
      'appointment.status',
      'appointment.place_id',
      'group_session.published_at',
      sql<Date>`lower(appointment.period)`.as('from'),
      sql<Date>`upper(appointment.period)`.as('to'),
    ])
    .executeTakeFirst();
  if (!row) throw groupNotFound();
  if (row.status === 'booked' && row.from.getTime() <= tx.clock.now())
    throw new Failure('too-late-to-cancel', 'this group has begun or is over');
  return { ...row, host };
}
