import { Modality } from '@homeward/contracts/counsellor';
import { LanguageTag } from '@homeward/contracts/language';

export interface CounsellorFilters {
  language?: string;
  modality?: Modality;
}

/** Reads what a visitor wishes for from an address; what is malformed filters nothing. */
export function readCounsellorFilters(query: URLSearchParams): CounsellorFilters {
  const language = LanguageTag.safeParse(query.get('language'));
  const modality = Modality.safeParse(query.get('modality'));
  return {
    ...(language.success && { language: language.data }),
    ...(modality.success && { modality: modality.data }),
  };
}
