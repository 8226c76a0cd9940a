/** A page that anybody may have open: the weather. Plain, not personalised, reachable where it is meant for. */
export interface WeatherPage {
  /** Languages of a phone (BCP 47, or a language alone) that are led here. */
  readonly languages: readonly string[];
  readonly url: string;
  readonly source: string;
  /** When somebody last looked whether it is still plain and reachable. */
  readonly reviewedOn: string;
}

// Chosen by the phone's own language, not by the language read here: that is what its owner would have open.
const WEATHER_PAGES: readonly WeatherPage[] = [
  {
    languages: ['id'],
    url: 'https://www.bmkg.go.id/cuaca/prakiraan-cuaca',
    source: 'BMKG, the meteorological agency of Indonesia',
    reviewedOn: '2026-11-24',
  },
  {
    languages: ['th'],
    url: 'https://www.tmd.go.th/',
    source: 'Thai Meteorological Department',
    reviewedOn: '2026-11-24',
  },
  {
    languages: ['ms'],
    url: 'https://www.met.gov.my/',
    source: 'MetMalaysia, the meteorological department of Malaysia',
    reviewedOn: '2026-11-24',
  },
  {
    languages: ['fil', 'tl'],
    url: 'https://www.pagasa.dost.gov.ph/weather',
    source: 'PAGASA, the weather bureau of the Philippines',
    reviewedOn: '2026-11-24',
  },
];

const ANYWHERE: WeatherPage = {
  languages: [],
  url: 'https://www.bbc.com/weather',
  source: 'BBC Weather',
  reviewedOn: '2026-11-24',
};

/** The weather page for a phone, by its `Accept-Language` header. */
export function weatherPage(acceptLanguage: string | null): WeatherPage {
  const first = acceptLanguage?.split(',')[0]?.split(';')[0]?.trim().toLowerCase() ?? '';
  return WEATHER_PAGES.find((page) => page.languages.some((language) => isIn(first, language))) ?? ANYWHERE;
}

const isIn = (tag: string, language: string) => tag === language || tag.startsWith(`${language}-`);
