const ALIASES: Record<string, string> = {
  usa: 'US',
  'u.s.a.': 'US',
  'u.s.': 'US',
  'united states of america': 'US',
  uk: 'GB',
  england: 'GB',
  scotland: 'GB',
  wales: 'GB',
  'great britain': 'GB',
  'viet nam': 'VN',
  burma: 'MM',
  myanmar: 'MM',
  'lao pdr': 'LA',
  tha: 'TH',
  idn: 'ID',
  mys: 'MY',
  vnm: 'VN',
  phl: 'PH',
  mmr: 'MM',
  khm: 'KH',
  lao: 'LA',
  chn: 'CN',
  twn: 'TW',
  hkg: 'HK',
  ind: 'IN',
  gbr: 'GB',
  can: 'CA',
  aus: 'AU',
  ken: 'KE',
};
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

let names: Map<string, string> | undefined;

/** A country by its ISO 3166-1 code or English name -> its alpha-2 code, or undefined. */
export function countryCode(text: string): string | undefined {
  const given = text.trim();
  const display = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  if (/^[a-z]{2}$/i.test(given) && given.toLowerCase() !== 'uk') {
    const code = given.toUpperCase();
    return display.of(code) && code !== 'ZZ' ? code : undefined;
  }
  names ??= countryNames(display);
  return ALIASES[given.toLowerCase()] ?? names.get(given.toLowerCase());
}

function countryNames(display: Intl.DisplayNames): Map<string, string> {
  const found = new Map<string, string>();
  for (const a of LETTERS) {
    for (const b of LETTERS) {
      const name = display.of(a + b)?.toLowerCase();
      if (name !== undefined && !found.has(name)) found.set(name, a + b);
    }
  }
  return found;
}
