/** The languages of the portal. */
export const LOCALES = ['en', 'id', 'th'] as const;
export type Locale = (typeof LOCALES)[number];

export interface LocaleInfo {
  /** The name in its own language. */
  readonly name: string;
  /** A shorter one, for a narrow bar. */
  readonly shortName: string;
  readonly direction: 'ltr' | 'rtl';
  /** BCP 47 tag for dates and numbers; it decides the order of day and month and the calendar. */
  readonly formatTag: string;
  /** Whether a native reader has checked the messages. */
  readonly reviewed: boolean;
}

export const LOCALE_INFO = {
  en: { name: 'English', shortName: 'English', direction: 'ltr', formatTag: 'en-GB', reviewed: true },
  id: {
    name: 'Bahasa Indonesia',
    shortName: 'Indonesia',
    direction: 'ltr',
    formatTag: 'id-ID',
    reviewed: false,
  },
  th: { name: 'ไทย', shortName: 'ไทย', direction: 'ltr', formatTag: 'th-TH', reviewed: false },
} as const satisfies Record<Locale, LocaleInfo>;

export function isLocale(word: string | undefined): word is Locale {
  return LOCALES.some((locale) => locale === word);
}

/** The locale that an `Accept-Language` header (RFC 9110) likes best; English when it names none of ours or cannot be read. */
export function negotiateLocale(acceptLanguage: string | null | undefined): Locale {
  let best: { locale: Locale; quality: number } | undefined;
  for (const range of (acceptLanguage ?? '').slice(0, 1000).split(',')) {
    const [tag = '', ...parameters] = range.split(';').map((part) => part.trim());
    const locale = tag.toLowerCase().split('-')[0];
    const quality = qualityOf(parameters);
    if (isLocale(locale) && quality > 0 && quality > (best?.quality ?? 0)) best = { locale, quality };
  }
  return best?.locale ?? 'en';
}

function qualityOf(parameters: readonly string[]): number {
  const written = parameters.find((parameter) => parameter.startsWith('q='));
  if (written === undefined) return 1;
  const quality = Number(written.slice(2));
  return quality >= 0 && quality <= 1 ? quality : 0;
}
