import { type DateFormats, dateFormats } from './dates.ts';
import { LOCALE_INFO, type Locale } from './locale.ts';
import { byZoneCity, zoneCity, zoneCityAndOffset } from './zone-names.ts';

/** Everything that is not a message, in the words and signs of one locale. */
export interface Formats extends DateFormats {
  /** `Jakarta` for `Asia/Jakarta`. */
  zoneCity(zone: string): string;
  /** `Jakarta (UTC+7)` at an instant. */
  zoneCityAndOffset(zone: string, instant: string): string;
  /** For sorting zones by their city. */
  byZoneCity(a: string, b: string): number;
  /** `Thai` for `th`; the tag itself for a language without a name. */
  language(tag: string): string;
  /** `Thailand` for `TH`; the code itself for a country without a name. */
  country(code: string): string;
  number(value: number): string;
  /** An amount, or a range of two, with an ISO 4217 currency; no decimals where there are none. */
  money(amount: number, currency: string, maximum?: number): string;
  /** `a, b and c` */
  all(items: readonly string[]): string;
  /** `a, b or c` */
  any(items: readonly string[]): string;
}

const known = new Map<Locale, Formats>();

/** The formats of a locale. */
export function formats(locale: Locale): Formats {
  const found = known.get(locale) ?? makeFormats(locale);
  known.set(locale, found);
  return found;
}

function makeFormats(locale: Locale): Formats {
  const tag = LOCALE_INFO[locale].formatTag;
  const languages = new Intl.DisplayNames([tag], { type: 'language' });
  const countries = new Intl.DisplayNames([tag], { type: 'region' });
  const and = new Intl.ListFormat(tag, { type: 'conjunction' });
  const or = new Intl.ListFormat(tag, { type: 'disjunction' });
  const numbers = new Intl.NumberFormat(tag);
  return {
    ...dateFormats(locale),
    zoneCity: (zone) => zoneCity(locale, zone),
    zoneCityAndOffset: (zone, instant) => zoneCityAndOffset(locale, zone, instant),
    byZoneCity: byZoneCity(locale),
    language: (language) => nameOr(language, languages),
    country: (code) => nameOr(code, countries),
    number: (value) => numbers.format(value),
    money: (amount, currency, maximum) => {
      const format = new Intl.NumberFormat(tag, {
        style: 'currency',
        currency,
        trailingZeroDisplay: 'stripIfInteger',
      });
      return maximum === undefined || maximum <= amount
        ? format.format(amount)
        : format.formatRange(amount, maximum);
    },
    all: (items) => and.format(items),
    any: (items) => or.format(items),
  };
}

function nameOr(code: string, names: Intl.DisplayNames): string {
  try {
    return names.of(code) ?? code;
  } catch {
    return code;
  }
}
