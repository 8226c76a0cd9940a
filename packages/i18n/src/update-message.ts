import type { Locale } from './locale.ts';
import { translator } from './translator.ts';

/** What a mail or a text message says: that there is news, and the word by which the person knows that it is from us. */
export type UpdateMessage =
  | { channel: 'email'; sender: string; subject: string; text: string }
  | { channel: 'sms'; text: string };

interface Given {
  channel: UpdateMessage['channel'];
  locale: Locale;
  /** The person's own; null where they chose none. */
  codeWord: string | null;
}

/**
 * The one message that leaves for a person. It takes nothing else, so it can tell nothing else: no name, no place, no time,
 * no sender but a neutral one, and no link. The word is in the body alone, which no header is made of.
 */
export function renderUpdateMessage({ channel, locale, codeWord }: Given): UpdateMessage {
  const t = translator(locale);
  const word = codeWord === null ? '' : oneLine(codeWord);
  const text = word === '' ? t('update.body') : t('update.bodyWithWord', { codeWord: word });
  if (channel === 'sms') return { channel, text };
  return { channel, sender: t('update.sender'), subject: t('update.subject'), text };
}

const MOST_LETTERS = 40;

/** On one line, with nothing that turns the direction of what follows, and no longer than a word may be. */
const oneLine = (text: string): string =>
  [...text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu, ' ').trim()]
    .slice(0, MOST_LETTERS)
    .join('');
