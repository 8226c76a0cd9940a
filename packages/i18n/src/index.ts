export type { DateFormats } from './dates.ts';
export { type Formats, formats } from './formats.ts';
export { isLocale, LOCALE_INFO, LOCALES, type Locale, type LocaleInfo, negotiateLocale } from './locale.ts';
export { isMessageKey, type MessageKey } from './messages.ts';
export { type ArgumentsOf, type Translate, translator } from './translator.ts';
export { renderUpdateMessage, type UpdateMessage } from './update-message.ts';
