import type { Cost, ListingKind, Papers } from '@homeward/contracts/listing';
import type { Formats, Translate } from '@homeward/i18n';
import type { ListingFilters } from './listing-query.ts';

/** What it costs, in a few words. Three things: free, this much, or nobody said. */
export function costWords(cost: Cost, t: Translate, formats: Formats): string {
  if (cost.kind === 'free') return t('listing.costFree');
  if (cost.kind === 'unknown') return t('listing.costUnknown');
  if (cost.amount === undefined || cost.currency === undefined) return t('listing.costPaidOpen');
  return t('listing.costPaid', { amount: formats.money(cost.amount, cost.currency) });
}

const PAPERS = {
  none: 'listing.papersNone',
  listed: 'listing.papersListed',
  unknown: 'listing.papersUnknown',
} as const satisfies Record<Papers['kind'], string>;

/** Whether papers are needed, in a few words. Three things: none, some, or nobody said. */
export const papersWords = (papers: Papers, t: Translate): string => t(PAPERS[papers.kind]);

const KINDS = {
  service: 'kind.services',
  course: 'kind.courses',
  job: 'kind.jobs',
} as const satisfies Record<ListingKind, string>;

export const kindsWord = (kind: ListingKind, t: Translate): string => t(KINDS[kind]);

/** What the list is about: its topic, else its kind, else help of any sort. */
export function listTitle({ topic, kind }: ListingFilters, t: Translate): string {
  if (topic) return t(`topic.${topic}`);
  return kind ? kindsWord(kind, t) : t('listings.title');
}

/** The chosen filters in the reader's words, in the order of the form. */
export function filterNames(
  filters: ListingFilters,
  t: Translate,
  formats: Formats,
): { name: keyof ListingFilters; label: string }[] {
  const { kind, topic, country, language, delivery, free, noPapers, words } = filters;
  const named: [keyof ListingFilters, string | undefined][] = [
    ['words', words && t('listings.words', { words })],
    ['kind', kind && kindsWord(kind, t)],
    ['topic', topic && t(`topic.${topic}`)],
    ['country', country && formats.country(country)],
    ['language', language && formats.language(language)],
    ['delivery', delivery && t(`delivery.${delivery}`)],
    ['free', free && t('listings.free')],
    ['noPapers', noPapers && t('listings.noPapers')],
  ];
  return named.flatMap(([name, label]) => (label === undefined ? [] : [{ name, label }]));
}
