import { AnswerHandover } from '@homeward/contracts/handover';
import { lockPerson } from '../booking/index.ts';
import { actingAs, asSystem, command, Failure, type Tx } from '../kernel/index.ts';
import { coverAppointment, handOverPerson } from './carry-out.ts';
import { lockColleagues } from './colleague.ts';
import { tellCounsellorOf, tellPersonOf } from './tell.ts';

/**
 * The person says yes or no to another counsellor, without a reason. On a yes everything goes at once or nothing does; on a
 * no nothing changes. Throws `not-found`, `conflict` for a question that is not open any more, or `slot-taken` when the
 * colleague's time is taken since: then the question stays open. The same answer twice is one answer.
 */
export const answerHandover = command({
  action: 'handover.answer',
  scope: 'appointments:own',
  input: AnswerHandover,
  run: async (tx, { id, accept }) => {
    const { personId } = actingAs(tx.actor, 'person');
    const named = await selectMine(tx, id).executeTakeFirst();
    if (!named) throw new Failure('not-found', 'there is no such question');
    if (named.status === (accept ? 'accepted' : 'refused')) return { id };
    if (!accept) return refuse(tx, id);

    // First the counsellors, then the person, always in this order; then the question, which others may have answered meanwhile.
    const { organisation_id: organisationId, from_staff_id: from, to_staff_id: to } = named;
    const colleagues = await lockColleagues(tx, organisationId, { from, to }).catch(noLongerThere);
    await lockPerson(tx, personId, { counsellorIds: [to] });
    const open = await getOpen(tx, id, 'accepted');
    if (open.status === 'accepted') return { id };
    const parties = { personId, ...colleagues };
    const { appointment_id: appointmentId } = open;
    const wentOn = await asSystem(tx, async (db) => {
      const as = { ...tx, db };
      if (appointmentId === null) return handOverPerson(as, parties);
      return (await coverAppointment(as, parties, appointmentId)) ? [appointmentId] : undefined;
    });
    if (wentOn === undefined) throw new Failure('conflict', 'this appointment is not ahead any more');
    await settle(tx, id, 'accepted');
    if (appointmentId === null) await withdrawTheRest(tx, from);
    const kind = appointmentId === null ? 'handover-done' : 'cover-done';
    await tellPersonOf(tx, kind, open);
    await tellCounsellorOf(tx, kind, open, { staffId: from });
    await tellCounsellorOf(tx, kind, open, { staffId: to, appointmentId: wentOn[0] ?? null });
    return { id };
  },
  subject: ({ id }) => id,
});

const selectMine = (tx: Tx, id: string) =>
  tx.db
    .selectFrom('handover')
    .where('id', '=', id)
    .where('person_id', '=', actingAs(tx.actor, 'person').personId)
    .select([
      'id',
      'organisation_id',
      'person_id',
      'appointment_id',
      'from_staff_id',
      'to_staff_id',
      'status',
    ]);

/** The question, held until it is answered; one that was answered so already passes. */
async function getOpen(tx: Tx, id: string, answered: 'accepted' | 'refused') {
  const row = await selectMine(tx, id).forUpdate().executeTakeFirstOrThrow();
  if (row.status === 'asked' || row.status === answered) return row;
  throw new Failure('conflict', 'this is not asked any more');
}

async function refuse(tx: Tx, id: string): Promise<{ id: string }> {
  const open = await getOpen(tx, id, 'refused');
  if (open.status === 'refused') return { id };
  await settle(tx, id, 'refused');
  const kind = open.appointment_id === null ? 'handover-refused' : 'cover-refused';
  const { appointment_id: appointmentId, from_staff_id: staffId } = open;
  await tellCounsellorOf(tx, kind, open, { staffId, appointmentId });
  return { id };
}

const settle = (tx: Tx, id: string, status: 'accepted' | 'refused') =>
  tx.db
    .updateTable('handover')
    .set({ status, answered_at: new Date(tx.clock.now()) })
    .where('id', '=', id)
    .execute();

/** With everything gone to a colleague, nothing else is to be asked for the counsellor of before. */
const withdrawTheRest = (tx: Tx, from: string) =>
  tx.db
    .updateTable('handover')
    .set({ status: 'withdrawn', answered_at: new Date(tx.clock.now()) })
    .where('person_id', '=', actingAs(tx.actor, 'person').personId)
    .where('from_staff_id', '=', from)
    .where('status', '=', 'asked')
    .execute();

function noLongerThere(error: unknown): never {
  if (error instanceof Failure && error.code === 'not-found')
    throw new Failure('conflict', 'one of them does not work here any more');
  throw error;
}
