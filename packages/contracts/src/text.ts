import { z } from 'zod';

/** One line of plain text: trimmed, NFC, no control characters. */
export const Line = (maxLength: number) =>
  z
    .string()
    .max(maxLength)
    .transform((text) => text.normalize('NFC').trim())
    .refine((text) => text.length > 0, 'must not be empty')
    .refine((text) => !/\p{Cc}/u.test(text), 'must be one line without control characters')
    .refine((text) => text.isWellFormed(), 'must be well-formed Unicode');

/** Plain text with line breaks: trimmed, NFC, no other control characters. */
export const Paragraphs = (maxLength: number) =>
  z
    .string()
    .max(maxLength)
    .transform((text) => text.normalize('NFC').replaceAll('\r\n', '\n').trim())
    .refine((text) => text.length > 0, 'must not be empty')
    .refine((text) => !/[^\P{Cc}\n\t]/u.test(text), 'must not have control characters')
    .refine((text) => text.isWellFormed(), 'must be well-formed Unicode');

/** An address on the web that a reader may follow: http or https, no user name in it. */
export const WebAddress = z
  .url({ protocol: /^https?$/ })
  .max(2000)
  .refine(
    (url) => url.isWellFormed() && !/[\s\p{Cc}]/u.test(url),
    'must not have spaces or control characters',
  )
  .refine((url) => !/^https?:[/\\]*[^/\\?#]*@/i.test(url), 'must not carry a user name');
