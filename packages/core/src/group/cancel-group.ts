import { GroupById } from '@homeward/contracts/group';
import { command } from '../kernel/index.ts';
import { callOff } from './call-off.ts';
import { findSeats } from './find-seats.ts';
import { lockOwnGroup } from './lock-own-group.ts';

/** Calls the group off, and every seat with it; each person is told. Fine to repeat. Throws `not-found`, or `too-late-to-cancel` once it has begun. */
export const cancelGroup = command({
  action: 'group.cancel',
  scope: 'agenda:own',
  input: GroupById,
  run: async (tx, { id }) => {
    const group = await lockOwnGroup(tx, id);
    if (group.status === 'cancelled') return { id };
    const seats = await findSeats(tx, id);
    await callOff(tx, [{ ...group, person_id: null }, ...seats]);
    return { id };
  },
  subject: ({ id }) => id,
});
