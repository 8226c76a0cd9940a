import { type Counsellor, Topic } from '@homeward/contracts/counsellor';
import type { Locale } from '@homeward/contracts/language';
import { readTexts } from './read-texts.ts';
import type { CounsellorRow } from './select-counsellors.ts';

/** A counsellor as anybody may see one, with the words about them in the reader's language where there are some. */
export function presentCounsellor(row: CounsellorRow, locale: Locale): Counsellor {
  return {
    id: row.id,
    alias: row.alias,
    organisation: row.organisation_name,
    country: row.country,
    area: row.area,
    languages: row.languages,
    modalities: row.modalities,
    practice: row.practice,
    gender: row.gender,
    topics: Topic.options.filter((topic) => row.topics.includes(topic)),
    confirmsByHand: row.confirms_by_hand,
    lengthMinutes: row.length_minutes,
    zone: row.zone,
    about: pickText(row.about, locale),
    fictional: row.fictional,
  };
}

/** The text in the reader's language, or else the original, which comes first. */
function pickText(texts: unknown, locale: Locale): Counsellor['about'] {
  const known = readTexts(texts);
  return known.find(({ language }) => language.split('-')[0] === locale) ?? known[0] ?? null;
}
