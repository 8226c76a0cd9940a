import type { MessageArguments } from './generated/message-arguments.ts';
import type { Locale } from './locale.ts';
import en from './messages/en.json' with { type: 'json' };
import id from './messages/id.json' with { type: 'json' };
import th from './messages/th.json' with { type: 'json' };

export type MessageKey = keyof MessageArguments;

/** All messages. The types hold each locale to exactly the keys that the code knows: one missing or one too many is an error. */
export const MESSAGES: Readonly<Record<Locale, Readonly<Record<MessageKey, string>>>> = {
  en: complete(en),
  id: complete(id),
  th: complete(th),
};

function complete<Messages extends Record<MessageKey, string>>(
  messages: Messages & Record<Exclude<keyof Messages, MessageKey>, never>,
): Record<MessageKey, string> {
  return messages;
}

/** Whether there is a message of this name. */
export const isMessageKey = (key: string): key is MessageKey => Object.hasOwn(MESSAGES.en, key);
