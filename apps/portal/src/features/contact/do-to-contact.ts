import type { SetSafeContact } from '@homeward/contracts/contact';
import { SetReminders } from '@homeward/contracts/reminder';
import { Refusal } from '../../visit/refusal.ts';
import { ask, attempt } from '../../visit/rpc.ts';
import type { Visit } from '../../visit/visit.ts';

/** Does what a button of the contact page says. */
export async function doToContact(
  { rpc }: Visit,
  form: URLSearchParams,
  input: SetSafeContact | undefined,
): Promise<void> {
  switch (form.get('do')) {
    case 'set':
      if (input === undefined) throw new Refusal('invalid-input');
      await ask(rpc.contact.set.mutate(input));
      return;
    case 'reminders': {
      const chosen = SetReminders.safeParse({ leads: form.getAll('leads') });
      if (!chosen.success) throw new Refusal('invalid-input');
      return ask(rpc.reminder.set.mutate(chosen.data));
    }
    case 'undo':
      return ask(rpc.contact.undo.mutate());
    case 'remove':
      return ask(rpc.contact.remove.mutate());
    case 'confirm': {
      // Gone meanwhile, in another window: the page says that there is none.
      await attempt(rpc.contact.confirm.mutate(), ['not-found']);
      return;
    }
    default:
      throw new Refusal('invalid-input');
  }
}
