import { HandoverById } from '@homeward/contracts/handover';
import { sql } from 'kysely';
import { giveBack } from '../booking/index.ts';
import { actingAs, command, Failure } from '../kernel/index.ts';

/**
 * The person would rather not meet the colleague who took an appointment: it is given back, and the colleague looks after
 * them for it no more; their own counsellor still does. Throws `not-found`, or `too-late-to-cancel` once it has begun. Fine
 * to repeat.
 */
export const giveBackCover = command({
  action: 'cover.give-back',
  scope: 'appointments:own',
  input: HandoverById,
  run: async (tx, { id }) => {
    const { personId } = actingAs(tx.actor, 'person');
    const cover = await tx.db
      .selectFrom('handover')
      .where('id', '=', id)
      .where('person_id', '=', personId)
      .where('status', 'in', ['told', 'given-back'])
      .select(['status', 'appointment_id', 'from_staff_id', 'to_staff_id'])
      .forUpdate()
      .executeTakeFirst();
    if (!cover) throw new Failure('not-found', 'there is nothing to give back');
    if (cover.status === 'given-back') return { id, counsellorId: cover.from_staff_id };
    const appointment = await tx.db
      .selectFrom('appointment')
      .where('id', '=', cover.appointment_id)
      .where('counsellor_id', '=', cover.to_staff_id)
      .where('status', 'in', ['requested', 'booked'])
      .where(sql<boolean>`lower(period) > ${new Date(tx.clock.now())}`)
      .select(['id', 'organisation_id', 'counsellor_id'])
      .forUpdate()
      .executeTakeFirst();
    if (!appointment) throw new Failure('too-late-to-cancel', 'this appointment is not ahead any more');
    await tx.db
      .updateTable('handover')
      .set({ status: 'given-back', answered_at: new Date(tx.clock.now()) })
      .where('id', '=', id)
      .execute();
    await giveBack(tx, appointment);
    return { id, counsellorId: cover.from_staff_id };
  },
  subject: ({ id }) => id,
});
