import type { MyReminders } from '@homeward/contracts/reminder';
import { z } from 'zod';
import { actingAs, query } from '../kernel/index.ts';
import { UNCHOSEN } from './plan-due-reminders.ts';

/** How long before an appointment the person hears of it, where their safe contact lets them. */
export const getMyReminders = query({
  action: 'reminder.get-own',
  scope: 'account:own',
  input: z.undefined(),
  run: async (tx): Promise<MyReminders> => {
    const row = await tx.db
      .selectFrom('reminder_choice')
      .select('leads')
      .where('person_id', '=', actingAs(tx.actor, 'person').personId)
      .executeTakeFirst();
    return { leads: [...(row?.leads ?? UNCHOSEN)] };
  },
});
