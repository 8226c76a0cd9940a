import type { Locale } from '@homeward/i18n';

/** Whether a text in this language (BCP 47) is in the language of the page, whatever its script or country. */
export const isReadersLanguage = (tag: string, locale: Locale): boolean => tag.split('-')[0] === locale;
