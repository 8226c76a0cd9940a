import { CounsellorWish, CounsellorWishes, FindCounsellors } from '@homeward/contracts/counsellor';

/** What a visitor wishes for, as it stands in an address. */
export type CounsellorFilters = CounsellorWishes;
export type CounsellorSort = (typeof SORTS)[number];

export const SORTS = FindCounsellors.shape.sort.unwrap().options;

/** How many are shown at once, and after "show more". */
const FEW = 20;
const MANY = 60;

/** Reads wishes from an address or a form; what is malformed or empty filters nothing. */
export function readCounsellorFilters(query: URLSearchParams): CounsellorFilters {
  const found = CounsellorWish.options.flatMap((wish) => {
    const read = CounsellorWishes.shape[wish].safeParse(query.get(wish) ?? undefined);
    return read.success && read.data !== undefined ? [[wish, read.data] as const] : [];
  });
  return CounsellorWishes.parse(Object.fromEntries(found));
}

/** How the list is sorted, and how much of it is shown. */
export function readShown(query: URLSearchParams): { sort: CounsellorSort; limit: number } {
  return {
    sort: SORTS.find((sort) => sort === query.get('sort')) ?? 'soonest',
    limit: query.get('more') === '1' ? MANY : FEW,
  };
}

/** The address of the list with these wishes, without the locale. */
export function counsellorsPath(
  filters: CounsellorFilters,
  { sort = 'soonest', more = false }: { sort?: CounsellorSort; more?: boolean } = {},
): string {
  const query = new URLSearchParams({
    ...Object.fromEntries(Object.entries(filters).filter((wish) => wish[1] !== undefined)),
    ...(sort !== 'soonest' && { sort }),
    ...(more && { more: '1' }),
  }).toString();
  return `/counsellors${query === '' ? '' : `?${query}`}`;
}

/** Where it is said that there is nobody for these wishes, without the locale. */
export const missingPath = (filters: CounsellorFilters): string =>
  counsellorsPath(filters).replace('/counsellors', '/counsellors/missing');

/** Where a time is taken with anybody who fits, without the locale. */
export const anyPath = (filters: CounsellorFilters): string =>
  counsellorsPath(filters).replace('/counsellors', '/counsellors/any');

/** The wishes without one of them. */
export function withoutWish(filters: CounsellorFilters, wish: CounsellorWish): CounsellorFilters {
  const rest = { ...filters };
  delete rest[wish];
  return rest;
}
