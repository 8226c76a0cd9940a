import { z } from 'zod';
import { command, newId } from '../kernel/index.ts';
import { findFittingTime } from './find-fitting-time.ts';
import { findWaiting } from './find-waiting.ts';

/** So long a time is offered to nobody else. */
const ANSWER_WITHIN_MS = 2 * 60 * 60_000;

/**
 * Offers somebody who waits one time that is free now, the first that suits them and that nobody is being offered, and
 * answers its id; undefined when there is none, or when they have an offer already. Books nothing and holds nothing: a line on
 * the person's page tells them. The index on open offers has the last word.
 */
export const offerNext = command({
  action: 'offer.make',
  scope: 'notices:create',
  input: z.strictObject({ wishId: z.uuid() }),
  lane: 'offers',
  run: async (tx, { wishId }): Promise<string | undefined> => {
    const waiting = await findWaiting(tx, wishId);
    if (!waiting) return undefined;
    const found = await findFittingTime(tx, waiting);
    if (!found) return undefined;
    const { counsellor, slot, modality } = found;
    const id = newId(tx);
    const now = tx.clock.now();
    await tx.db
      .insertInto('time_offer')
      .values({
        id,
        organisation_id: counsellor.organisation_id,
        wish_id: wishId,
        person_id: waiting.personId,
        counsellor_id: counsellor.id,
        starts_at: new Date(slot.startsAt),
        ends_at: new Date(slot.endsAt),
        modality,
        made_at: new Date(now),
        expires_at: new Date(Math.min(now + ANSWER_WITHIN_MS, slot.startsAt)),
      })
      .execute();
    await tx.emit({
      id: newId(tx),
      type: 'person.told',
      kind: 'offer-made',
      personId: waiting.personId,
      organisationId: counsellor.organisation_id,
      subjectId: id,
    });
    return id;
  },
  subject: (id) => id,
});
