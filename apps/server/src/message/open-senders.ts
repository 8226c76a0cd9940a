import type { Senders } from '@homeward/core/kernel';
import { openMailSender } from './mail-sender.ts';
import type { MailSettings, SmsSettings } from './message-settings.ts';
import { openSmsSender } from './sms-sender.ts';

/** The ways out to a person that the operator has set up; without a setting, nothing leaves that way. */
export function openSenders(
  { mail, sms }: { mail: MailSettings | undefined; sms: SmsSettings | undefined },
  closing: AsyncDisposableStack,
): Senders {
  const senders: Senders = {};
  if (mail) {
    const { send, close } = openMailSender(mail);
    closing.defer(close);
    senders.email = send;
  }
  if (sms) senders.sms = openSmsSender(sms);
  return senders;
}
