import { BookAny } from '@homeward/contracts/booking';
import { actingAs, command } from '../kernel/index.ts';
import { takeAny } from './take-any.ts';

/** Books a time with anybody who fits and is free, and answers with whom. Throws `slot-taken` when nobody is, or what booking throws. */
export const bookAny = command({
  action: 'appointment.book-any',
  scope: 'appointments:book',
  input: BookAny,
  run: async (tx, { who, startsAt, modality, zone, ...said }) => {
    const { personId } = actingAs(tx.actor, 'person');
    const at = Date.parse(startsAt);
    return takeAny(tx, { who, personId, startsAt: at, modality, zone, said, as: 'booked' });
  },
  subject: ({ id }) => id,
});
