import { WishById } from '@homeward/contracts/waiting';
import { actingAs, command, Failure } from '../kernel/index.ts';

/** The person wants to be told no more, of this; what they are offered for it is offered to the next. Fine to repeat. Throws `not-found`. */
export const endWish = command({
  action: 'waiting.end',
  scope: 'appointments:own',
  input: WishById,
  run: async (tx, { id }) => {
    const now = new Date(tx.clock.now());
    const wish = await tx.db
      .selectFrom('waiting_wish')
      .where('id', '=', id)
      .where('person_id', '=', actingAs(tx.actor, 'person').personId)
      .select('id')
      .executeTakeFirst();
    if (!wish) throw new Failure('not-found', 'there is no such wish');
    await tx.db
      .updateTable('waiting_wish')
      .set({ ended_at: now })
      .where('id', '=', id)
      .where('ended_at', 'is', null)
      .execute();
    await tx.db
      .updateTable('time_offer')
      .set({ answer: 'declined', answered_at: now })
      .where('wish_id', '=', id)
      .where('answer', 'is', null)
      .execute();
    return { id };
  },
  subject: ({ id }) => id,
});
