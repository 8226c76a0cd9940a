import { SetReminders } from '@homeward/contracts/reminder';
import { actingAs, command } from '../kernel/index.ts';

/** How long before an appointment the person wants to hear of it; none at all is a choice too. Counts at once. */
export const setMyReminders = command({
  action: 'reminder.set',
  scope: 'account:own',
  input: SetReminders,
  run: async (tx, input) => {
    const values = { leads: [...new Set(input.leads)], changed_at: new Date(tx.clock.now()) };
    await tx.db
      .insertInto('reminder_choice')
      .values({ person_id: actingAs(tx.actor, 'person').personId, ...values })
      .onConflict((conflict) => conflict.column('person_id').doUpdateSet(values))
      .execute();
  },
});
