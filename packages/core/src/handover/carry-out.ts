import { AFTER_APPOINTMENT_MS, endAssignments, extendAssignment } from '../assignment/index.ts';
import { giveToColleague } from '../booking/index.ts';
import type { Tx } from '../kernel/index.ts';
import type { Colleague } from './colleague.ts';
import { findGoing } from './find-going.ts';

interface Parties {
  personId: string;
  from: Colleague;
  /** Both are locked, and so is the person. */
  to: Colleague;
}

/**
 * Everything of a person goes to a colleague at once: the appointments ahead, and who looks after them; so the notes open to
 * the one and close to the other. Throws `slot-taken` when one appointment can't go: then nothing does. Ask under the
 * system's view. Answers which appointments went.
 */
export async function handOverPerson(tx: Tx, { personId, from, to }: Parties): Promise<string[]> {
  const going = await findGoing(tx, { counsellorId: from.id, personId }, { locking: true });
  const ids = going.map(({ id }) => id);
  await giveToColleague(tx, ids, to);
  const { until } = await tx.db
    .selectFrom('care_assignment')
    .where('person_id', '=', personId)
    .where('staff_id', '=', from.id)
    .where('kind', '<>', 'break-glass')
    .where('ended_at', 'is', null)
    .select((eb) => eb.fn.max('until').as('until'))
    .executeTakeFirstOrThrow();
  await endAssignments(tx, { personId, staffId: from.id });
  // As long as the one before would have, and no shorter than the appointments ask for.
  const asked = going.map((one) => one.to + AFTER_APPOINTMENT_MS);
  await extendAssignment(tx, {
    organisationId: to.organisation_id,
    personId,
    staffId: to.id,
    kind: 'appointment',
    until: Math.max(until?.getTime() ?? 0, tx.clock.now(), ...asked),
  });
  return ids;
}

/**
 * One appointment goes to a colleague, who looks after the person for it; their own counsellor still does. Throws
 * `slot-taken`. Ask under the system's view. Answers false for one that is not ahead any more, and then nothing goes.
 */
export async function coverAppointment(
  tx: Tx,
  { personId, from, to }: Parties,
  appointmentId: string,
): Promise<boolean> {
  const sought = { counsellorId: from.id, personId, ids: [appointmentId] };
  const [going] = await findGoing(tx, sought, { locking: true });
  if (!going) return false;
  await giveToColleague(tx, [going.id], to);
  await extendAssignment(tx, {
    organisationId: to.organisation_id,
    personId,
    staffId: to.id,
    kind: 'appointment',
    until: going.to + AFTER_APPOINTMENT_MS,
  });
  return true;
}
