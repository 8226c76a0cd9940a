import type { MessageKey } from '@homeward/i18n';
import type { IconName } from '../site/icon-paths.ts';

/** A kind of help on the first page, and where it leads. */
export interface Need {
  title: MessageKey & `need.${string}`;
  hint: MessageKey & `need.${string}Hint`;
  icon: IconName;
  wash: 'leaf' | 'apricot' | 'sky' | 'plum';
  path: string;
}

export const NEEDS = [
  { title: 'need.talk', hint: 'need.talkHint', icon: 'talk', wash: 'leaf', path: '/counsellors' },
  {
    title: 'need.housing',
    hint: 'need.housingHint',
    icon: 'house',
    wash: 'apricot',
    path: '/listings?topic=housing',
  },
  {
    title: 'need.documents',
    hint: 'need.documentsHint',
    icon: 'papers',
    wash: 'sky',
    path: '/listings?topic=documents',
  },
  {
    title: 'need.health',
    hint: 'need.healthHint',
    icon: 'heart',
    wash: 'plum',
    path: '/listings?topic=health',
  },
  { title: 'need.legal', hint: 'need.legalHint', icon: 'scales', wash: 'sky', path: '/listings?topic=legal' },
  { title: 'need.money', hint: 'need.moneyHint', icon: 'money', wash: 'sky', path: '/listings?topic=money' },
  { title: 'need.debt', hint: 'need.debtHint', icon: 'debt', wash: 'apricot', path: '/listings?topic=debt' },
  {
    title: 'need.family',
    hint: 'need.familyHint',
    icon: 'family',
    wash: 'plum',
    path: '/listings?topic=family',
  },
  {
    title: 'need.training',
    hint: 'need.trainingHint',
    icon: 'cap',
    wash: 'plum',
    path: '/listings?kind=course',
  },
  { title: 'need.work', hint: 'need.workHint', icon: 'work', wash: 'leaf', path: '/listings?kind=job' },
] as const satisfies readonly Need[];
