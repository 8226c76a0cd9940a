import { ProposeHandover } from '@homeward/contracts/handover';
import { actingAs, asSystem, command, Failure, newId } from '../kernel/index.ts';
import { lockColleagues } from './colleague.ts';
import { findClashes } from './find-clashes.ts';
import { findGoing } from './find-going.ts';
import { getOwnPerson } from './own-person.ts';
import { tellPersonOf } from './tell.ts';

/**
 * Asks the person of one of the counsellor's appointments whether a colleague may look after them from now on. Nothing goes
 * before they say yes; a question that is open is replaced. Throws `not-found`, or `slot-taken` when the colleague can't
 * take one of the appointments that would go along.
 */
export const proposeHandover = command({
  action: 'handover.propose',
  scope: 'agenda:own',
  input: ProposeHandover,
  run: async (tx, { appointmentId, colleagueId }) => {
    const { staffId, organisationId } = actingAs(tx.actor, 'counsellor');
    const { to } = await lockColleagues(tx, organisationId, { from: staffId, to: colleagueId });
    const personId = await getOwnPerson(tx, appointmentId);
    const going = await asSystem(tx, (db) => findGoing({ ...tx, db }, { counsellorId: staffId, personId }));
    if ((await findClashes(tx, going, to)).size > 0)
      throw new Failure('slot-taken', 'the colleague can’t take one of these appointments');
    await tx.db
      .updateTable('handover')
      .set({ status: 'withdrawn', answered_at: new Date(tx.clock.now()) })
      .where('person_id', '=', personId)
      .where('from_staff_id', '=', staffId)
      .where('appointment_id', 'is', null)
      .where('status', '=', 'asked')
      .execute();
    const id = newId(tx);
    await tx.db
      .insertInto('handover')
      .values({
        id,
        organisation_id: organisationId,
        person_id: personId,
        from_staff_id: staffId,
        to_staff_id: to.id,
        proposed_by: staffId,
        status: 'asked',
        proposed_at: new Date(tx.clock.now()),
      })
      .execute();
    await tellPersonOf(tx, 'handover-asked', { id, organisation_id: organisationId, person_id: personId });
    return { id };
  },
  subject: ({ id }) => id,
});
