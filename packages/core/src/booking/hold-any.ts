import { HoldAny } from '@homeward/contracts/booking';
import { actingAs, command } from '../kernel/index.ts';
import { takeAny } from './take-any.ts';

/** Keeps a time with anybody who fits and is free for ten minutes, and answers with whom. Throws as `bookAny` does. */
export const holdAny = command({
  action: 'appointment.hold-any',
  scope: 'appointments:book',
  input: HoldAny,
  run: async (tx, { who, startsAt, modality, zone }) => {
    const { personId } = actingAs(tx.actor, 'person');
    return takeAny(tx, { who, personId, startsAt: Date.parse(startsAt), modality, zone, as: 'held' });
  },
  subject: ({ id }) => id,
});
