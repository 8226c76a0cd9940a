import type { Locale } from '@homeward/i18n';
import type { Place } from '../../visit/place.ts';

/** The same page in another language. An address that names no language has no twin: the first page stands in. */
export function inLocale(locale: Locale, place: Place, query: URLSearchParams): string {
  if (!place.named) return `/${locale}`;
  const words = query.toString();
  return `/${locale}${place.path === '/' ? '' : place.path}${words === '' ? '' : `?${words}`}`;
}
