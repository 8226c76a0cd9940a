import { SetMyZone } from '@homeward/contracts/account';
import { actingAs, command } from '../kernel/index.ts';

/** The zone in which the person wants to see times. */
export const setMyZone = command({
  action: 'account.set-zone',
  scope: 'account:own',
  input: SetMyZone,
  run: async (tx, { zone }) => {
    await tx.db
      .updateTable('person')
      .set({ zone })
      .where('id', '=', actingAs(tx.actor, 'person').personId)
      .execute();
  },
});
