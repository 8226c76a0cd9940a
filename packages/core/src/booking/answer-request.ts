import type { AppointmentStatus } from '@homeward/contracts/booking';
import { sql } from 'kysely';
import { actingAs, Failure, type Tx } from '../kernel/index.ts';
import { appointmentNotFound } from './read-my-appointment.ts';

export type Answer = 'yes' | 'no';
export type AnswerDecision = 'may-answer' | 'answered-so' | 'too-late';

/** A request is answered once, until its time begins; the same answer again is no mistake. */
function decideAnswer(
  request: { status: AppointmentStatus; declineReason: string | null; startsAt: number },
  answer: Answer,
  now: number,
): AnswerDecision {
  const { status, declineReason, startsAt } = request;
  if (status === 'requested') return now < startsAt ? 'may-answer' : 'too-late';
  const isSo = answer === 'yes' ? status === 'booked' : status === 'cancelled' && declineReason !== null;
  return isSo ? 'answered-so' : 'too-late';
}

/**
 * Locks a request to the signed-in counsellor that can be answered, and answers it; undefined when it was answered so
 * before. Throws `not-found`, or `conflict` when it is no request any more: the person gave it back, it was answered the
 * other way, or its time has begun.
 */
export async function lockRequest(tx: Tx, id: string, answer: Answer) {
  const { staffId } = actingAs(tx.actor, 'counsellor');
  const row = await tx.db
    .selectFrom('appointment')
    .where('id', '=', id)
    .where('counsellor_id', '=', staffId)
    .where('status', '<>', 'held')
    .select(['id', 'status', 'decline_reason', 'organisation_id', 'counsellor_id', 'person_id'])
    .select(sql<Date>`lower(period)`.as('starts_at'))
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw appointmentNotFound();
  const { status, decline_reason: declineReason, starts_at } = row;
  const request = { status, declineReason, startsAt: starts_at.getTime() };
  const decision = decideAnswer(request, answer, tx.clock.now());
  if (decision === 'too-late') throw new Failure('conflict', 'this is no request any more');
  return decision === 'may-answer' ? row : undefined;
}
