import { StaffById } from '@homeward/contracts/staff';
import { asSystem, command, Failure } from '../kernel/index.ts';
import { forgetSecondFactors } from '../second-factor/index.ts';
import { getColleague } from './get-colleague.ts';

/** Takes a colleague's second factors away and ends their sessions: at the next sign-in they set one up anew. Throws `not-found`; `forbidden` for one's own. */
export const resetSecondFactor = command({
  action: 'staff.reset-second-factor',
  scope: 'staff:administer',
  stepUp: true,
  lane: 'colleagues',
  input: StaffById,
  run: async (tx, { id }) => {
    await getColleague(tx, id);
    if ('staffId' in tx.actor && tx.actor.staffId === id)
      throw new Failure('forbidden', 'a colleague resets it, not oneself');
    await asSystem(tx, async (db) => {
      await forgetSecondFactors(db, id);
      await db.deleteFrom('session').where('staff_id', '=', id).execute();
    });
    return { id };
  },
  subject: ({ id }) => id,
});
