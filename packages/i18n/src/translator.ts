import { IntlMessageFormat } from 'intl-messageformat';
import type { MessageArguments } from './generated/message-arguments.ts';
import { LOCALE_INFO, type Locale } from './locale.ts';
import { MESSAGES, type MessageKey } from './messages.ts';

/** The arguments after the key: none for a message without any, exactly its own for the others. */
export type ArgumentsOf<Key extends MessageKey> = [keyof MessageArguments[Key]] extends [never]
  ? []
  : [MessageArguments[Key]];

/** Gives a message in one locale. */
export type Translate = <Key extends MessageKey>(key: Key, ...args: ArgumentsOf<Key>) => string;

const translators = new Map<Locale, Translate>();

/** The translator of a locale. Messages are parsed at their first use and kept. */
export function translator(locale: Locale): Translate {
  const known = translators.get(locale);
  if (known) return known;
  const parsed = new Map<MessageKey, IntlMessageFormat>();
  const translate: Translate = (key, ...args) => {
    let message = parsed.get(key);
    if (!message) {
      message = new IntlMessageFormat(MESSAGES[locale][key], LOCALE_INFO[locale].formatTag);
      parsed.set(key, message);
    }
    return String(message.format({ ...args[0] }));
  };
  translators.set(locale, translate);
  return translate;
}
