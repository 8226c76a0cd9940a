import type { CounsellorWish } from '@homeward/contracts/counsellor';
import type { Formats, Translate } from '@homeward/i18n';
import type { CounsellorFilters } from './counsellor-query.ts';
import { wayName } from './ways.ts';

export interface NamedWish {
  wish: CounsellorWish;
  label: string;
}

/** Each wish in words, for the buttons that take one away. */
export function wishWords(
  filters: CounsellorFilters,
  organisations: readonly { id: string; name: string }[],
  t: Translate,
  formats: Formats,
): NamedWish[] {
  const { practice, language, gender, topic, modality, organisationId, country, near } = filters;
  const organisation = organisations.find(({ id }) => id === organisationId)?.name;
  const named: [CounsellorWish, string | undefined][] = [
    ['practice', practice && t(`practice.${practice}`)],
    ['language', language && formats.language(language)],
    ['gender', gender && t(`gender.${gender}`)],
    ['topic', topic && t(`helpsWith.${topic}`)],
    ['modality', modality && wayName(modality, t)],
    ['organisationId', organisationId && (organisation ?? t('find.organisation'))],
    ['country', country && formats.country(country)],
    ['near', near && t('find.nearShort')],
  ];
  return named.flatMap(([wish, label]) => (label === undefined ? [] : [{ wish, label }]));
}
