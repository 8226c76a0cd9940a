import { ConfirmPerson } from '@homeward/contracts/newcomer';
import { AFTER_CONFIRMATION_MS, extendAssignment } from '../assignment/index.ts';
import { actingAs, asSystem, command } from '../kernel/index.ts';
import { noteAccess } from '../record-access/index.ts';
import { getPersonOfAppointment } from './own-appointment.ts';

/**
 * "I have met this person": from now on they are no newcomer, and this counsellor looks after them for 90 days at least.
 * By the counsellor of an appointment of theirs. Fine to repeat; the first word counts. Throws `not-found`.
 */
export const confirmPerson = command({
  action: 'person.confirm',
  scope: 'agenda:own',
  input: ConfirmPerson,
  run: async (tx, { appointmentId }) => {
    const { staffId, organisationId } = actingAs(tx.actor, 'counsellor');
    const personId = await getPersonOfAppointment(tx, appointmentId);
    await asSystem(tx, async (db) => {
      const { numUpdatedRows } = await db
        .updateTable('person')
        .set({ confirmed_at: new Date(tx.clock.now()), confirmed_by: staffId })
        .where('id', '=', personId)
        .where('confirmed_at', 'is', null)
        .executeTakeFirst();
      if (numUpdatedRows === 0n) return;
      const until = tx.clock.now() + AFTER_CONFIRMATION_MS;
      const extension = { organisationId, personId, staffId, kind: 'confirmed' as const, until };
      await extendAssignment({ ...tx, db }, extension);
    });
    await noteAccess(tx, personId, 'confirmation');
    return { personId };
  },
  subject: ({ personId }) => personId,
});
