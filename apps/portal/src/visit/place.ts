import { isLocale, type Locale, negotiateLocale } from '@homeward/i18n';

/** Where in the portal an address leads. */
export interface Place {
  locale: Locale;
  /** The path after the locale, with its leading slash; `/` for the first page. */
  path: string;
  /** Whether the address itself names the locale. */
  named: boolean;
  /** Nobody but the reader may see, keep or guess what stands on this page. */
  isPrivate: boolean;
}

const PRIVATE =
  /^\/(account|admin|appointments|care|groups|offers|receipt|counsellors\/[^/]+\/(book|wait|weeks))(\/|$)/;

/** Reads a path such as `/th/listings`. A path without a locale gets the one that the browser likes best. */
export function placeOf(pathname: string, acceptLanguage: string | null): Place {
  const [, first = '', ...rest] = pathname.split('/');
  if (!isLocale(first)) {
    return {
      locale: negotiateLocale(acceptLanguage),
      path: pathname,
      named: false,
      isPrivate: PRIVATE.test(pathname),
    };
  }
  const path = `/${rest.join('/')}`;
  return { locale: first, path, named: true, isPrivate: PRIVATE.test(path) };
}
