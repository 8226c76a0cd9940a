import { Modality } from '@homeward/contracts/counsellor';
import { Id, Instant } from '@homeward/contracts/id';
import { LanguageTag } from '@homeward/contracts/language';

/** A time that somebody has chosen and not yet booked: nothing in it says who. It travels in addresses. */
export interface Choice {
  counsellorId: string;
  startsAt?: string;
  modality?: Modality;
  language?: string;
}

/** Reads a choice from an address. What does not fit is left out; without a counsellor there is no choice. */
export function readChoice(query: URLSearchParams): Choice | undefined {
  const counsellor = Id.safeParse(query.get('counsellor'));
  return counsellor.success ? { counsellorId: counsellor.data, ...readWishes(query) } : undefined;
}

/** The part of a choice that stands in the address of the counsellor's own page. */
export function readWishes(query: URLSearchParams): Omit<Choice, 'counsellorId'> {
  const startsAt = Instant.safeParse(query.get('startsAt'));
  const modality = Modality.safeParse(query.get('modality'));
  const language = LanguageTag.safeParse(query.get('language'));
  return {
    ...(startsAt.success && { startsAt: new Date(startsAt.data).toISOString().replace('.000Z', 'Z') }),
    ...(modality.success && { modality: modality.data }),
    ...(language.success && { language: language.data }),
  };
}

/** A choice as a query, without the question mark. */
export const choiceQuery = (choice: Choice): string =>
  new URLSearchParams({ counsellor: choice.counsellorId, ...wishes(choice) }).toString();

/** The page on which the choice can be booked, without the locale. */
export function choicePath(choice: Choice): string {
  const query = new URLSearchParams(wishes(choice)).toString();
  return `/counsellors/${choice.counsellorId}${query === '' ? '' : `?${query}`}`;
}

const wishes = ({ startsAt, modality, language }: Choice): Record<string, string> => ({
  ...(startsAt && { startsAt }),
  ...(modality && { modality }),
  ...(language && { language }),
});
