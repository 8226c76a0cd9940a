import { z } from 'zod';

/** One line of plain text: trimmed, NFC, without what nobody sees; no control characters or line separators. */
export const Line = (maxLength: number) =>
  z
    .string()
    .max(maxLength)
    .transform((text) => withoutUnseen(text.normalize('NFC')).trim())
    .refine((text) => text.length > 0, 'must not be empty')
    .refine((text) => !/[\p{Cc}\p{Zl}\p{Zp}]/u.test(text), 'must be one line without control characters')
    .refine((text) => text.isWellFormed(), 'must be well-formed Unicode');

/** Plain text with line breaks: trimmed, NFC, without what nobody sees; no other control characters or separators. */
export const Paragraphs = (maxLength: number) =>
  z
    .string()
    .max(maxLength)
    .transform((text) => withoutUnseen(text.normalize('NFC')).replaceAll('\r\n', '\n').trim())
    .refine((text) => text.length > 0, 'must not be empty')
    .refine((text) => !/[^\P{Cc}\n\t]|[\p{Zl}\p{Zp}]/u.test(text), 'must not have control characters')
    .refine((text) => text.isWellFormed(), 'must be well-formed Unicode');

/**
 * Takes out characters that nobody sees and that make a text read otherwise than it is: marks that turn its direction
 * (pages isolate texts themselves), joiners and fillers between letters that know none, tags. They come along when a text
 * is pasted, so nobody is refused for one. What a script needs stays: joiner and non-joiner after letters that join or
 * stack and inside an emoji, the zero-width space after letters of scripts without spaces between words.
 */
const withoutUnseen = (text: string): string => text.replaceAll(UNSEEN, '').replaceAll(UNSEEN_HERE, '');

/** Direction marks, soft hyphen, word joiner, byte-order mark, invisible operators, annotation marks, fillers, tags. */
const UNSEEN =
  /\u034f|\u17b4|\u17b5|[\u00ad\u061c\u115f\u1160\u180e\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;
const JOINING =
  '\\p{Script=Arabic}\\p{Script=Syriac}\\p{Script=Devanagari}\\p{Script=Bengali}\\p{Script=Gurmukhi}\\p{Script=Gujarati}\\p{Script=Oriya}\\p{Script=Tamil}\\p{Script=Telugu}\\p{Script=Kannada}\\p{Script=Malayalam}\\p{Script=Sinhala}\\p{Script=Myanmar}\\p{Script=Khmer}\\p{Script=Mongolian}\\p{Extended_Pictographic}\\p{Emoji_Modifier}\\ufe0f';
const SPACELESS = '\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}';
/** Joiners and zero-width spaces where the letter before knows none. */
const UNSEEN_HERE = new RegExp(`(?<![${JOINING}])[\\u200c\\u200d]|(?<![${SPACELESS}])\\u200b`, 'gu');

/** An address on the web that a reader may follow: http or https, no user name in it. */
export const WebAddress = z
  .url({ protocol: /^https?$/ })
  .max(2000)
  .refine(
    (url) => url.isWellFormed() && !/[\s\p{Cc}]/u.test(url),
    'must not have spaces or control characters',
  )
  .refine((url) => !/^https?:[/\\]*[^/\\?#]*@/i.test(url), 'must not carry a user name');
