import { z } from 'zod';
import { noteRefusal } from '../contact/index.ts';
import { command } from '../kernel/index.ts';
import { findNextTry } from './message-rules.ts';

/**
 * Notes what became of a try to send. Of a try that somebody else has taken over since, nothing is noted. A refusal for good
 * ends the message, and the contact needs its person's look.
 */
export const settleMessage = command({
  action: 'message.settle',
  scope: 'messages:send',
  input: z.strictObject({
    organisationId: z.uuid(),
    id: z.uuid(),
    tries: z.int(),
    confirmedAt: z.number(),
    outcome: z.enum(['sent', 'refused', 'later']),
  }),
  run: async (tx, { organisationId, id, tries, confirmedAt, outcome }) => {
    const now = tx.clock.now();
    const over = { next_at: null, done_at: new Date(now) };
    const nextTry = findNextTry(tries, now);
    const change =
      outcome === 'sent'
        ? { state: 'sent' as const, ...over }
        : outcome === 'refused'
          ? { state: 'given-up' as const, reason: 'refused', ...over }
          : nextTry === null
            ? { state: 'given-up' as const, reason: 'unreachable', ...over }
            : { state: 'waiting' as const, next_at: new Date(nextTry) };
    const row = await tx.db
      .updateTable('message')
      .set(change)
      .where('organisation_id', '=', organisationId)
      .where('event_id', '=', id)
      .where('state', '=', 'sending')
      .where('tries', '=', tries)
      .returning('person_id')
      .executeTakeFirst();
    if (row !== undefined && outcome === 'refused')
      await noteRefusal(tx, { personId: row.person_id, confirmedAt });
    return id;
  },
  subject: (id) => id,
});
