import { z } from 'zod';
import { decideContact, findContactState } from '../contact/index.ts';
import { command, newId, type Outgoing, type Tx } from '../kernel/index.ts';
import { type DueMessage, lockDueMessage } from './lock-due-message.ts';
import { findNoSense, LEASE_MS, MOST_TRIES } from './message-rules.ts';

/** A message that one worker has for itself until its time is over, opened. */
export interface Taken extends Outgoing {
  channel: 'email' | 'sms';
  /** Which try this is: what is said of an earlier one counts no more. */
  tries: number;
  /** By which the contact is known that it goes to. */
  confirmedAt: number;
}

/**
 * Takes a message that is due, for sending: opens the contact of its person and answers what goes where. Null, when it does
 * not leave now: another worker has it, it waits for the person's hours, or it has lost its sense and is over.
 */
export const takeMessage = command({
  action: 'message.take',
  scope: 'messages:send',
  input: z.strictObject({ organisationId: z.uuid(), id: z.uuid() }),
  run: async (tx, { organisationId, id }): Promise<Taken | null> => {
    const message = await lockDueMessage(tx, organisationId, id);
    if (message === undefined) return null;
    const now = tx.clock.now();
    const noSense = findNoSense(message.matter, now);
    if (noSense !== null) return end(tx, message, 'not-sent', noSense);
    if (message.tries >= MOST_TRIES) return end(tx, message, 'given-up', 'unreachable');

    // The contact is opened only here, and only of who has a message due: the database sees to that.
    const state = await findContactState(tx, message.personId);
    const decision = decideContact(state?.current ?? null, now);
    if (decision.kind === 'silent' || !state?.current) return end(tx, message, 'not-sent', 'silent');
    if (state.refusedSince !== null) return end(tx, message, 'not-sent', 'needs-look');
    const { channel } = decision;
    if (channel !== 'call' && tx.ports.senders[channel] === undefined)
      return end(tx, message, 'not-sent', 'no-way');
    if (decision.notBefore > now) {
      const lateBy = findNoSense(message.matter, decision.notBefore);
      if (lateBy !== null) return end(tx, message, 'not-sent', lateBy);
      await update(tx, message, { state: 'waiting', next_at: new Date(decision.notBefore) });
      return null;
    }
    if (channel === 'call') {
      await askForCall(tx, message);
      return end(tx, message, 'not-sent', 'call');
    }
    await endTogether(tx, message);
    const tries = message.tries + 1;
    await update(tx, message, { state: 'sending', tries, next_at: new Date(now + LEASE_MS) });
    const { address, language: locale, codeWord, confirmedAt } = state.current;
    return { id, channel, address, locale, codeWord, tries, confirmedAt };
  },
  subject: (taken) => taken?.id,
});

/** What else waits of the same appointment would say the same words once more: this message says it for all. */
async function endTogether(tx: Tx, { id, organisationId, personId, appointmentId, matter }: DueMessage) {
  if (appointmentId === null || matter.kind === 'reminder') return;
  const others = await tx.db
    .selectFrom('message')
    .select('event_id')
    .where('organisation_id', '=', organisationId)
    .where('appointment_id', '=', appointmentId)
    .where('person_id', '=', personId)
    .where('event_id', '<>', id)
    .where('state', '=', 'waiting')
    .where('lead', 'is', null)
    .forUpdate()
    .skipLocked()
    .execute();
  for (const { event_id } of others) await end(tx, { organisationId, id: event_id }, 'not-sent', 'together');
}

/** Nobody is called by a machine: the counsellor hears that the person asked to be, within their hours. */
async function askForCall(tx: Tx, { matter, organisationId, staffId, appointmentId }: DueMessage) {
  if (staffId === null || matter.kind === 'reminder') return;
  const kind = 'call-asked';
  await tx.emit({ id: newId(tx), type: 'staff.told', kind, staffId, organisationId, appointmentId });
}

interface Change {
  state: 'waiting' | 'sending' | 'given-up' | 'not-sent';
  next_at: Date | null;
  tries?: number;
  reason?: string;
  done_at?: Date;
}

type Named = Pick<DueMessage, 'organisationId' | 'id'>;

const update = (tx: Tx, { organisationId, id }: Named, change: Change) =>
  tx.db
    .updateTable('message')
    .set(change)
    .where('organisation_id', '=', organisationId)
    .where('event_id', '=', id)
    .execute();

async function end(tx: Tx, message: Named, state: 'given-up' | 'not-sent', reason: string): Promise<null> {
  await update(tx, message, { state, reason, next_at: null, done_at: new Date(tx.clock.now()) });
  return null;
}
