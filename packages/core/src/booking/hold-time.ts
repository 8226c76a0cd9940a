import { HoldTime } from '@homeward/contracts/booking';
import { actingAs, command } from '../kernel/index.ts';
import { takeTime } from './take-time.ts';

/**
 * Keeps a free time for ten minutes, so that the person can say the rest in peace; booking it is `bookAppointment`. A person
 * holds two at most: a third lets go of the first. Asked twice for the same time, it answers the same, and no longer. Throws
 * what booking throws.
 */
export const holdTime = command({
  action: 'appointment.hold',
  scope: 'appointments:book',
  input: HoldTime,
  run: async (tx, { counsellorId, startsAt, modality, language, zone }) => {
    const { personId } = actingAs(tx.actor, 'person');
    const at = Date.parse(startsAt);
    const said = { language };
    const { id } = await takeTime(tx, {
      counsellorId,
      personId,
      startsAt: at,
      modality,
      zone,
      said,
      as: 'held',
    });
    return { id };
  },
  subject: ({ id }) => id,
});
