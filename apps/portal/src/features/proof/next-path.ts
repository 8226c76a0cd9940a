import type { Visit } from '../../visit/visit.ts';

const LONGEST = 500;

/** Where a confirmation goes on, out of its own address: a path of ours without the locale, never anything else. */
export function readNext(query: URLSearchParams, otherwise: string): string {
  const next = query.get('next') ?? '';
  const isPath = /^\/(?![/\\])[^\\\p{Cc}]*$/u.test(next) && next.length <= LONGEST;
  return isPath && new URL(next, 'https://own.invalid').origin === 'https://own.invalid' ? next : otherwise;
}

/** The page that asks whoever is here to prove who they are, and goes on at `next`: the page of this visit unless another is named. */
export async function confirmPath(visit: Visit, next = pathOf(visit)): Promise<string> {
  const me = await visit.me();
  const area = me.kind === 'person' ? 'account' : 'care';
  return `/${area}/confirm?${new URLSearchParams({ next })}`;
}

const pathOf = ({ place, query }: Visit): string => `${place.path}${query.size > 0 ? `?${query}` : ''}`;
