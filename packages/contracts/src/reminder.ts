import { z } from 'zod';

/** How long before an appointment: at the same time of day one day earlier by the person's own clock, or by the hour. */
export const ReminderLead = z.enum(['day', 'three-hours', 'one-hour']);
export type ReminderLead = z.infer<typeof ReminderLead>;

export const SetReminders = z.strictObject({ leads: z.array(ReminderLead).max(3) });

/** Of the person who asks. Until they choose: the day before, which nobody without a safe contact gets. */
export const MyReminders = z.object({ leads: z.array(ReminderLead) });
export type MyReminders = z.infer<typeof MyReminders>;
