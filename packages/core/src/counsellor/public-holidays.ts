import { dateAfter } from '@homeward/scheduling';

/** A day that is off in a whole country or region. */
export interface PublicHoliday {
  date: string;
  name: string;
}

const DAY = 86_400_000;
const MOST_KNOWN = 500;

/** A memo: the same place, year and language always give the same days. Astronomy makes some of them slow to reckon. */
const known = new Map<string, Promise<readonly PublicHoliday[]>>();

/** The library's data is large, so only a process that meets somebody with holidays loads it, and once. */
const load = async () => (await import('date-holidays')).default;

/** The whole days of public holidays of a country (and region) in a year, by date; none for a country that nobody knows. */
export function publicHolidays(
  country: string,
  region: string | null,
  year: number,
  locale = 'en',
): Promise<readonly PublicHoliday[]> {
  const key = `${country} ${region ?? ''} ${year} ${locale}`;
  const found = known.get(key);
  if (found) return found;
  if (known.size >= MOST_KNOWN) known.clear();
  const reckoned = reckon(country, region, year, locale);
  known.set(key, reckoned);
  reckoned.catch(() => known.delete(key));
  return reckoned;
}

async function reckon(
  country: string,
  region: string | null,
  year: number,
  locale: string,
): Promise<readonly PublicHoliday[]> {
  const Holidays = await load();
  const calendar = new Holidays({ country, ...(region && { state: region }) }, { types: ['public'] });
  const days = new Map<string, PublicHoliday>();
  for (const { date, name, start, end, type } of calendar.getHolidays(year, locale) ?? []) {
    // A holiday that begins at noon is half a day: people work on it.
    if (type !== 'public' || !date.includes(' 00:00:00')) continue;
    const count = Math.max(1, Math.round((end.getTime() - start.getTime()) / DAY));
    for (let index = 0; index < count; index++) {
      const day = dateAfter(date.slice(0, 10), index);
      if (!days.has(day)) days.set(day, { date: day, name });
    }
  }
  return [...days.values()].sort((a, b) => (a.date < b.date ? -1 : 1));
}

/** The countries whose holidays are known. */
export async function holidayCountries(): Promise<string[]> {
  const Holidays = await load();
  return Object.keys(new Holidays().getCountries());
}

/** The regions of a country that have holidays of their own, by code. */
export async function holidayRegions(country: string, locale = 'en'): Promise<Record<string, string>> {
  const Holidays = await load();
  return new Holidays().getStates(country, locale) ?? {};
}

/** The dates from one to another, both included, that are off for whoever keeps these holidays. */
export async function holidayDates(
  country: string,
  region: string | null,
  from: string,
  until: string,
): Promise<string[]> {
  const years = [];
  for (let year = Number(from.slice(0, 4)); year <= Number(until.slice(0, 4)); year++) years.push(year);
  const lists = await Promise.all(years.map((year) => publicHolidays(country, region, year)));
  return lists
    .flat()
    .map(({ date }) => date)
    .filter((date) => date >= from && date <= until);
}
