import { type Choice, choicePath, readChoice } from '../choice/choice.ts';

const PAGES = {
  home: '/',
  counsellors: '/counsellors',
  appointments: '/appointments',
  groups: '/groups',
} as const;

/** Where somebody goes back to after saying where they are: a choice of a time, or one of a few pages. */
export interface ZoneReturn {
  to?: keyof typeof PAGES | undefined;
  choice?: Choice | undefined;
}

/** Reads the way back from an address. Only pages of ours can be named. */
export function readZoneReturn(query: URLSearchParams): ZoneReturn {
  const choice = readChoice(query);
  if (choice) return { choice };
  const to = query.get('to');
  return { to: isPage(to) ? to : 'counsellors' };
}

/** The path of the way back, without the locale. */
export const zoneReturnPath = ({ to = 'counsellors', choice }: ZoneReturn): string =>
  choice ? choicePath(choice) : PAGES[to];

const isPage = (word: string | null): word is keyof typeof PAGES =>
  word !== null && Object.hasOwn(PAGES, word);
