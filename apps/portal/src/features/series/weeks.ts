import { Modality } from '@homeward/contracts/counsellor';
import { Instant } from '@homeward/contracts/id';
import { LanguageTag } from '@homeward/contracts/language';
import { MOST_IN_SERIES } from '@homeward/contracts/series';

/** A series that somebody looks at, as it stands in the address of its page. Nothing in it says who. */
export interface Weeks {
  counsellorId: string;
  startsAt: string;
  modality: Modality;
  language?: string;
  count: number;
  everyWeeks: 1 | 2;
  /** Dates that are left out, counted from 0. */
  without: number[];
}

/** Reads a series from an address or a form; undefined without a time and a way. What does not fit is as usual. */
export function readWeeks(given: URLSearchParams, counsellorId: string): Weeks | undefined {
  const startsAt = Instant.safeParse(given.get('startsAt'));
  const modality = Modality.safeParse(given.get('modality'));
  if (!startsAt.success || !modality.success) return undefined;
  const language = LanguageTag.safeParse(given.get('language'));
  const count = Number(given.get('count') ?? 4);
  const fits = Number.isInteger(count) && count >= 2 && count <= MOST_IN_SERIES;
  const without = given.getAll('without').map(Number);
  return {
    counsellorId,
    startsAt: startsAt.data,
    modality: modality.data,
    ...(language.success && { language: language.data }),
    count: fits ? count : 4,
    everyWeeks: given.get('everyWeeks') === '2' ? 2 : 1,
    without: [...new Set(without)].filter(
      (index) => Number.isInteger(index) && index > 0 && index < MOST_IN_SERIES,
    ),
  };
}

/** What its page is called with, as names and values of a form or an address. */
export const weeksFields = ({
  startsAt,
  modality,
  language,
  count,
  everyWeeks,
  without,
}: Weeks): [string, string][] => [
  ['startsAt', startsAt],
  ['modality', modality],
  ...(language ? [['language', language] as [string, string]] : []),
  ['count', String(count)],
  ['everyWeeks', String(everyWeeks)],
  ...without.map((index): [string, string] => ['without', String(index)]),
];

/** The address of its page, without the locale. */
export const weeksPath = (weeks: Weeks): string =>
  `/counsellors/${weeks.counsellorId}/weeks?${new URLSearchParams(weeksFields(weeks))}`;

/** The same with a date left out, or taken in again. */
export function toggled(weeks: Weeks, index: number): Weeks {
  const { without } = weeks;
  return {
    ...weeks,
    without: without.includes(index) ? without.filter((one) => one !== index) : [...without, index],
  };
}
