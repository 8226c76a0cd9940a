import { OfferById } from '@homeward/contracts/waiting';
import { command } from '../kernel/index.ts';
import { readMyOffer } from './read-my-offer.ts';

/** "No, thank you": the next who waits is offered this time, and the person still waits for another. Fine to repeat. Throws `not-found`. */
export const declineOffer = command({
  action: 'offer.decline',
  scope: 'appointments:own',
  input: OfferById,
  run: async (tx, { id }) => {
    await readMyOffer(tx, id);
    await tx.db
      .updateTable('time_offer')
      .set({ answer: 'declined', answered_at: new Date(tx.clock.now()) })
      .where('id', '=', id)
      .where('answer', 'is', null)
      .execute();
    return { id };
  },
  subject: ({ id }) => id,
});
