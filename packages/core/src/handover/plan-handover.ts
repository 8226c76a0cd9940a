import { type HandoverPlan, PlanHandover } from '@homeward/contracts/handover';
import { actingAs, asSystem, Failure, reading, type Tx, toInstant } from '../kernel/index.ts';
import { listColleagues } from './colleague.ts';
import { findClashes } from './find-clashes.ts';
import { byStart, findGoing } from './find-going.ts';
import { getOwnPerson } from './own-person.ts';
import { presentGoing } from './present-going.ts';

/**
 * To whom a counsellor could hand over the person of one of their appointments, what would go along, and what of it the
 * chosen colleague can't take. Throws `not-found` (the appointment, the colleague). Changes nothing.
 */
export const planHandover = reading({
  action: 'handover.plan',
  scope: 'agenda:own',
  input: PlanHandover,
  run: async (tx, { appointmentId, colleagueId }) => {
    const { staffId, organisationId } = actingAs(tx.actor, 'counsellor');
    const personId = await getOwnPerson(tx, appointmentId);
    const colleagues = await listColleagues(tx, organisationId, [staffId]);
    const chosen = colleagues.find(({ id }) => id === colleagueId);
    if (colleagueId !== undefined && !chosen) throw new Failure('not-found', 'there is no such colleague');
    const going = await asSystem(tx, (db) => findGoing({ ...tx, db }, { counsellorId: staffId, personId }));
    const clashes = chosen ? await findClashes(tx, going, chosen) : new Map();
    const plan: HandoverPlan = {
      colleagues: colleagues.map(({ id, alias }) => ({ id, alias })),
      appointments: going.toSorted(byStart).map((row) => presentGoing(row, clashes)),
      asked: await findAsked(tx, personId),
    };
    return { personId, plan };
  },
  seen: ({ personId }) => [{ personId, what: 'appointment' }],
  present: ({ plan }) => plan,
});

async function findAsked(tx: Tx, personId: string): Promise<HandoverPlan['asked']> {
  const row = await tx.db
    .selectFrom('handover')
    .innerJoin('counsellor', 'counsellor.id', 'handover.to_staff_id')
    .where('handover.person_id', '=', personId)
    .where('handover.from_staff_id', '=', actingAs(tx.actor, 'counsellor').staffId)
    .where('handover.appointment_id', 'is', null)
    .where('handover.status', '=', 'asked')
    .select(['handover.id', 'counsellor.alias', 'handover.proposed_at'])
    .executeTakeFirst();
  return row ? { id: row.id, alias: row.alias, at: toInstant(row.proposed_at) } : null;
}
