export { getMyReminders } from './get-my-reminders.ts';
export { planDueReminders } from './plan-due-reminders.ts';
export { planMessage } from './plan-message.ts';
export { sendDueMessages } from './send-due-messages.ts';
export { setMyReminders } from './set-my-reminders.ts';
