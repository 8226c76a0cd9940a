import { CountryCode, LanguageTag } from '@homeward/contracts/language';
import { Delivery, ListingKind, ListingTopic } from '@homeward/contracts/listing';

/** What a visitor filters by, as it stands in an address. */
export interface ListingFilters {
  kind?: ListingKind;
  topic?: ListingTopic;
  country?: string;
  language?: string;
  delivery?: Delivery;
  free?: true;
  noPapers?: true;
  words?: string;
}

const MOST_WORDS = 200;

/** Reads filters from an address. An unknown or malformed one filters nothing; it never makes the page fail. */
export function readListingFilters(query: URLSearchParams): ListingFilters {
  const kind = ListingKind.safeParse(query.get('kind'));
  const topic = ListingTopic.safeParse(query.get('topic'));
  const country = CountryCode.safeParse(query.get('country'));
  const language = LanguageTag.safeParse(query.get('language'));
  const delivery = Delivery.safeParse(query.get('delivery'));
  const words = (query.get('words') ?? '')
    .normalize('NFC')
    .replaceAll(/\p{Cc}/gu, ' ')
    .trim()
    .slice(0, MOST_WORDS);
  return {
    ...(kind.success && { kind: kind.data }),
    ...(topic.success && { topic: topic.data }),
    ...(country.success && { country: country.data }),
    ...(language.success && { language: language.data }),
    ...(delivery.success && { delivery: delivery.data }),
    ...(isTicked(query, 'free') && { free: true }),
    ...(isTicked(query, 'noPapers') && { noPapers: true }),
    ...(words !== '' && { words }),
  };
}

/** A ticked box: ours say `1`, a box without a value `on`. */
const isTicked = (query: URLSearchParams, name: string): boolean =>
  ['1', 'on'].includes(query.get(name) ?? '');

/** A place in the list that an earlier page named; undefined for the beginning. */
export function readCursor(query: URLSearchParams): string | undefined {
  const cursor = query.get('cursor') ?? '';
  return cursor !== '' && cursor.length <= 200 ? cursor : undefined;
}

/** The address of the list with these filters, without the locale. */
export function listingsPath(filters: ListingFilters, cursor?: string): string {
  const { free, noPapers, ...named } = filters;
  const query = new URLSearchParams({
    ...named,
    ...(free && { free: '1' }),
    ...(noPapers && { noPapers: '1' }),
    ...(cursor !== undefined && { cursor }),
  }).toString();
  return `/listings${query === '' ? '' : `?${query}`}`;
}

/** The filters without one of them. */
export function withoutFilter(filters: ListingFilters, name: keyof ListingFilters): ListingFilters {
  const rest = { ...filters };
  delete rest[name];
  return rest;
}
