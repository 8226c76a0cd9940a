import { z } from 'zod';

/** The portal's languages. */
export const LOCALES = ['en', 'id', 'th'] as const;
export const Locale = z.enum(LOCALES);
export type Locale = z.infer<typeof Locale>;

/** A BCP 47 language tag in canonical form, such as `th` or `zh-Hant`. */
export const LanguageTag = z
  .string()
  .max(35)
  .transform((tag, context) => {
    const canonical = canonicalLanguageTag(tag);
    if (canonical !== undefined) return canonical;
    context.addIssue({ code: 'custom', message: 'not a BCP 47 language tag, such as th or zh-Hant' });
    return z.NEVER;
  });
export type LanguageTag = z.infer<typeof LanguageTag>;

function canonicalLanguageTag(tag: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(tag)[0];
  } catch {
    return undefined;
  }
}

/** ISO 3166-1 alpha-2, upper case. */
export const CountryCode = z.string().regex(/^[A-Z]{2}$/, 'an ISO 3166-1 alpha-2 code, such as TH');
export type CountryCode = z.infer<typeof CountryCode>;
